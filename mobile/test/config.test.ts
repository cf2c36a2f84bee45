import config from "../app.config";

test("says what camera, microphone and photos are for: without words iOS ends the app", () => {
  for (const key of ["Camera", "Microphone", "PhotoLibrary"]) {
    expect(config.ios?.infoPlist?.[`NS${key}UsageDescription`]).toMatch(/KoaLens/);
  }
});
