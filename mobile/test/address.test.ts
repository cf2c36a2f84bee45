import { addressOf, isOwn, startAddress } from "../src/address";

const APP = "https://koalens.example.org";

test("begins at the app", () => {
  expect(startAddress(`${APP}/`)).toBe(`${APP}/`);
  expect(addressOf(null, APP)).toBe(`${APP}/`);
});

test("opens a place in the app", () => {
  expect(addressOf("koalens://lookup/E471", APP)).toBe(`${APP}/#/lookup/E471`);
  expect(addressOf("koalens://camera", APP)).toBe(`${APP}/#/camera`);
  expect(addressOf(`${APP}/#/history`, APP)).toBe(`${APP}/#/history`);
});

test("never leaves the app for a link from outside", () => {
  for (const link of [
    "https://evil.example.org/",
    "https://koalens.example.org.evil.example/",
    "https://koalens.example.org@evil.example/",
    "http://koalens.example.org/",
    "javascript:alert(1)",
    "koalens://lookup?next=https://evil.example",
    "file:///etc/hosts",
    "",
    "koalens://",
    "nonsense",
  ]) {
    expect(new URL(addressOf(link, APP)).origin).toBe(APP);
  }
  expect(isOwn("blob:null/1", APP)).toBe(false);
});
