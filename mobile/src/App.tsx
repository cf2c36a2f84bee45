import Constants from "expo-constants";
import { StatusBar } from "expo-status-bar";
import { useCallback, useEffect, useRef, useState } from "react";
import { BackHandler, Linking, StyleSheet, View } from "react-native";
import { WebView } from "react-native-webview";
import { addressOf, isOwn } from "./address";
import { type Failure, Retry } from "./Retry";

const appUrl = (Constants.expoConfig?.extra?.appUrl as string) ?? "http://localhost:8080";

/** One web view around the app: links in, the back button, the camera, and a way on when it fails. */
export function App() {
  const web = useRef<WebView<object>>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const canGoBack = useRef(false);

  const fail = useCallback((what: Failure) => {
    canGoBack.current = false;
    setFailure(what);
  }, []);
  const open = useCallback((link: string) => {
    const to = addressOf(link, appUrl);
    if (web.current === null) {
      setAddress(to);
    } else {
      // A source that stays the same leads nowhere, though one has gone elsewhere meanwhile.
      web.current.injectJavaScript(`location.assign(${JSON.stringify(to)}); true;`);
    }
  }, []);

  useEffect(() => {
    void Linking.getInitialURL().then((link) => setAddress(addressOf(link, appUrl)));
    const links = Linking.addEventListener("url", ({ url }) => open(url));
    const back = BackHandler.addEventListener("hardwareBackPress", () => {
      if (canGoBack.current && web.current !== null) {
        web.current.goBack();
        return true;
      }
      return false;
    });
    return () => {
      links.remove();
      back.remove();
    };
  }, [open]);

  const retry = useCallback(() => setFailure(null), []);

  if (failure !== null) {
    return <Retry failure={failure} onRetry={retry} />;
  }
  return (
    <View style={styles.whole}>
      <StatusBar style="auto" />
      {address !== null && (
        <WebView<object>
          ref={web}
          source={{ uri: address }}
          originWhitelist={["https://*", "http://*"]}
          limitsNavigationsToAppBoundDomains
          allowsInlineMediaPlayback
          mediaPlaybackRequiresUserAction={false}
          mediaCapturePermissionGrantType="grantIfSameHostElsePrompt"
          onShouldStartLoadWithRequest={({ url }) => {
            const own = isOwn(url, appUrl) || url.startsWith("blob:");
            if (!own) {
              void Linking.openURL(url);
            }
            return own;
          }}
          onNavigationStateChange={(state) => {
            canGoBack.current = state.canGoBack;
          }}
          onError={() => fail("offline")}
          onHttpError={({ nativeEvent }) => {
            // The page itself: what the app asks for is the app's to explain.
            if (nativeEvent.statusCode >= 500) {
              fail("server");
            }
          }}
          onRenderProcessGone={() => fail("stopped")}
          onContentProcessDidTerminate={() => web.current?.reload()}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({ whole: { flex: 1 } });
