// Checks eas.json with eas-cli's own reader, offline: every profile must resolve on both platforms.
import assert from "node:assert/strict";
import { EasJsonAccessor, EasJsonUtils } from "@expo/eas-json";

const accessor = EasJsonAccessor.fromProjectPath(import.meta.dirname);
const store = { staging: "internal", "staging-testflight": "store", production: "store" };

for (const [name, distribution] of Object.entries(store)) {
  for (const platform of ["android", "ios"]) {
    const profile = await EasJsonUtils.getBuildProfileAsync(accessor, platform, name);
    assert.equal(profile.distribution, distribution, `${name} on ${platform}`);
    assert.match(profile.env.APP_URL, /^https:\/\//, `${name} on ${platform} says where the server is`);
    assert.equal(profile.env.APP_ENVIRONMENT, name.split("-")[0]);
  }
}
await EasJsonUtils.getSubmitProfileAsync(accessor, "ios", "staging-testflight");
console.log("eas.json is sound");
