import { act, fireEvent, render, screen } from "@testing-library/react-native";
import { BackHandler, Linking } from "react-native";
import { App } from "../src/App";

const mockGoBack = jest.fn();
let mockProps: Record<string, (event: object) => unknown> & { source?: { uri: string } } = {};

jest.mock("react-native-webview", () => {
  const { forwardRef, useImperativeHandle } = jest.requireActual("react");
  return {
    WebView: forwardRef((props: typeof mockProps, ref: unknown) => {
      mockProps = props;
      useImperativeHandle(ref, () => ({ goBack: mockGoBack, reload: jest.fn() }));
      return null;
    }),
  };
});
jest.mock("expo-constants", () => ({
  __esModule: true,
  default: { expoConfig: { extra: { appUrl: "https://koalens.example.org" } } },
}));

let pressBack: () => boolean | null | undefined = () => null;

beforeEach(() => {
  jest.spyOn(BackHandler, "addEventListener").mockImplementation((_, handler) => {
    pressBack = () => handler({} as never);
    return { remove: jest.fn() };
  });
  jest.spyOn(Linking, "getInitialURL").mockResolvedValue("koalens://lookup/E120");
  jest.spyOn(Linking, "openURL").mockResolvedValue(true);
});

test("opens the place a link names", async () => {
  render(<App />);
  await act(async () => {});
  expect(mockProps.source?.uri).toBe("https://koalens.example.org/#/lookup/E120");
});

test("offers another try when the app cannot be opened", async () => {
  render(<App />);
  await act(async () => {});
  act(() => void mockProps.onError?.({}));
  fireEvent.press(screen.getByRole("button"));
  expect(mockProps.source?.uri).toContain("https://koalens.example.org/");
  expect(screen.queryByRole("button")).toBeNull();
});

test("goes back in the app before it closes", async () => {
  render(<App />);
  await act(async () => {});
  expect(pressBack()).toBe(false);
  act(() => void mockProps.onNavigationStateChange?.({ canGoBack: true }));
  expect(pressBack()).toBe(true);
  expect(mockGoBack).toHaveBeenCalledTimes(1);
});

test("opens other sites elsewhere", async () => {
  render(<App />);
  await act(async () => {});
  const load = mockProps.onShouldStartLoadWithRequest;
  expect(load?.({ url: "https://koalens.example.org/docs" })).toBe(true);
  expect(load?.({ url: "https://other.example.org/" })).toBe(false);
  expect(Linking.openURL).toHaveBeenCalledWith("https://other.example.org/");
});
