import Constants from "expo-constants";
import { StatusBar } from "expo-status-bar";
import { useCallback, useEffect, useRef, useState } from "react";
import { BackHandler, Linking, StyleSheet, View } from "react-native";
import { WebView } from "react-native-webview";
import { addressOf, isOwn } from "./address";
import { Retry } from "./Retry";

const appUrl = (Constants.expoConfig?.extra?.appUrl as string) ?? "http://localhost:8080";

/** One web view around the app: links in, the back button, the camera, and a way on when it fails. */
export function App() {
  const web = useRef<WebView<object>>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const canGoBack = useRef(false);

  useEffect(() => {
    void Linking.getInitialURL().then((link) => setAddress(addressOf(link, appUrl)));
    const links = Linking.addEventListener("url", ({ url }) => setAddress(addressOf(url, appUrl)));
    const back = BackHandler.addEventListener("hardwareBackPress", () => {
      if (canGoBack.current) {
        web.current?.goBack();
      }
      return canGoBack.current;
    });
    return () => {
      links.remove();
      back.remove();
    };
  }, []);

  const retry = useCallback(() => setFailed(false), []);

  if (failed) {
    return <Retry onRetry={retry} />;
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
          onError={() => setFailed(true)}
          onRenderProcessGone={() => setFailed(true)}
          onContentProcessDidTerminate={() => web.current?.reload()}
        />
      )}
    </View>
  );
}

const styles = StyleSheet.create({ whole: { flex: 1 } });
