import { Pressable, StyleSheet, Text, useColorScheme, View } from "react-native";

/** Why the app is not there: no network at the first start, a server at fault, a page that ended. */
export type Failure = "offline" | "server" | "stopped";

const words: Record<Failure, { title: string; text: string }> = {
  offline: {
    title: "Ingen kontakt · No connection",
    text: "KoaLens behöver nät första gången. KoaLens needs a network the first time.",
  },
  server: {
    title: "Servern svarar inte · The server does not answer",
    text: "Försök igen om en stund. Try again in a moment.",
  },
  stopped: {
    title: "KoaLens stannade · KoaLens stopped",
    text: "Dina svar finns kvar. Your answers are still there.",
  },
};

/** Shown when the app could not be opened at all. */
export function Retry({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const dark = useColorScheme() === "dark";
  const ink = dark ? styles.light : styles.dark;
  return (
    <View style={[styles.whole, dark ? styles.night : styles.day]}>
      <Text style={[styles.title, ink]} accessibilityRole="header">
        {words[failure].title}
      </Text>
      <Text style={[styles.text, ink]}>{words[failure].text}</Text>
      <Pressable style={styles.button} accessibilityRole="button" onPress={onRetry}>
        <Text style={styles.label}>Försök igen · Try again</Text>
      </Pressable>
    </View>
  );
}

const styles = StyleSheet.create({
  whole: { flex: 1, gap: 16, alignItems: "center", justifyContent: "center", padding: 24 },
  day: { backgroundColor: "#f4f6ef" },
  night: { backgroundColor: "#101613" },
  dark: { color: "#17211b" },
  light: { color: "#edf2ee" },
  title: { fontSize: 22, fontWeight: "700", textAlign: "center" },
  text: { fontSize: 17, textAlign: "center" },
  button: { minHeight: 56, justifyContent: "center", borderRadius: 16, paddingHorizontal: 24, backgroundColor: "#1b5e20" },
  label: { color: "#ffffff", fontSize: 17, fontWeight: "600" },
});
