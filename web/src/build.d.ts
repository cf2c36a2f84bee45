/** Where the server is; empty for where the app itself came from. */
declare const API_URL: string;
/** Which environment the build is for; empty when the server says. */
declare const ENVIRONMENT: string;
/** The files of this build and its mark; known to the service worker alone. */
declare const FILES: readonly string[];
declare const BUILD: string;
