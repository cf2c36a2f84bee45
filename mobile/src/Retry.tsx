import { Pressable, StyleSheet, Text, useColorScheme, View } from "react-native";

/** Shown when the app could not be opened at all: the first start without a network. */
export function Retry({ onRetry }: { onRetry: () => void }) {
  const dark = useColorScheme() === "dark";
  const ink = dark ? styles.light : styles.dark;
  return (
    <View style={[styles.whole, dark ? styles.night : styles.day]}>
      <Text style={[styles.title, ink]} accessibilityRole="header">
        Ingen kontakt · No connection
      </Text>
      <Text style={[styles.text, ink]}>
        KoaLens behöver nät första gången. KoaLens needs a network the first time.
      </Text>
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
