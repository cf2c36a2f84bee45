import type { ExpoConfig } from "expo/config";

// Values reach the shell through `extra` alone: files named .env.* do not (measured).
const appUrl = process.env.APP_URL ?? "http://localhost:8080";
const environment = process.env.APP_ENVIRONMENT ?? "development";
const host = new URL(appUrl).hostname;

// Every environment is an app of its own on the phone.
const suffix = environment === "production" ? "" : `.${environment}`;
const identifier = `app.koalens${suffix}`;

const config: ExpoConfig = {
  name: environment === "production" ? "KoaLens" : `KoaLens ${environment}`,
  slug: "koalens",
  scheme: "koalens",
  version: "0.1.0",
  icon: "./assets/icon.png",
  backgroundColor: "#f4f6ef",
  userInterfaceStyle: "automatic",
  platforms: ["android", "ios"],
  ios: {
    bundleIdentifier: identifier,
    infoPlist: {
      NSCameraUsageDescription: "KoaLens läser ingredienslistan du fotograferar eller filmar.",
      // Files are offered as "Take Photo or Video", and a recording asks for sound, too.
      NSMicrophoneUsageDescription:
        "Ljud spelas bara in om du själv filmar med kameraappen. KoaLens lyssnar inte på det.",
      NSPhotoLibraryUsageDescription: "KoaLens läser bilden du väljer.",
      // Without it a web view on iOS runs no service worker, and the app would need a network.
      WKAppBoundDomains: [host],
      ITSAppUsesNonExemptEncryption: false,
    },
  },
  android: {
    package: identifier,
    permissions: ["android.permission.CAMERA"],
    blockedPermissions: ["android.permission.RECORD_AUDIO"],
    adaptiveIcon: { foregroundImage: "./assets/icon.png", backgroundColor: "#dff0dd" },
  },
  extra: { appUrl, environment },
};

export default config;
