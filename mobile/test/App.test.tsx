import { act, fireEvent, render, screen } from "@testing-library/react-native";
import { BackHandler, Linking } from "react-native";
import { App } from "../src/App";

const mockGoBack = jest.fn();
const mockInject = jest.fn();
let mockProps: Record<string, (event: object) => unknown> & { source?: { uri: string } } = {};

jest.mock("react-native-webview", () => {
  const { forwardRef, useImperativeHandle } = jest.requireActual("react");
  return {
    WebView: forwardRef((props: typeof mockProps, ref: unknown) => {
      mockProps = props;
      useImperativeHandle(ref, () => ({ goBack: mockGoBack, injectJavaScript: mockInject, reload: jest.fn() }));
      return null;
    }),
  };
});
jest.mock("expo-constants", () => ({
  __esModule: true,
  default: { expoConfig: { extra: { appUrl: "https://koalens.example.org" } } },
}));

let follow: (link: string) => void = () => {};
let pressBack: () => boolean | null | undefined = () => null;

beforeEach(() => {
  mockInject.mockClear();
  mockGoBack.mockClear();
  jest.spyOn(Linking, "addEventListener").mockImplementation((_, listener) => {
    follow = (url) => act(() => (listener as (event: { url: string }) => void)({ url }));
    return { remove: jest.fn() } as never;
  });
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

test("leaves by Back from the screen that offers another try", async () => {
  render(<App />);
  await act(async () => {});
  act(() => void mockProps.onNavigationStateChange?.({ canGoBack: true }));
  act(() => void mockProps.onError?.({}));
  expect(pressBack()).toBe(false);
});

test("follows the same link as often as it is opened", async () => {
  render(<App />);
  await act(async () => {});
  follow("koalens://lookup/E120");
  follow("koalens://lookup/E120");
  expect(mockInject).toHaveBeenCalledTimes(2);
  expect(mockInject.mock.lastCall?.[0]).toContain('"https://koalens.example.org/#/lookup/E120"');
});

test("says that the server is at fault, and that the page ended, in words of their own", async () => {
  render(<App />);
  await act(async () => {});
  act(() => void mockProps.onHttpError?.({ nativeEvent: { statusCode: 404 } }));
  expect(screen.queryByRole("button")).toBeNull();
  act(() => void mockProps.onHttpError?.({ nativeEvent: { statusCode: 503 } }));
  expect(screen.getByText(/Servern svarar inte/)).toBeTruthy();
  fireEvent.press(screen.getByRole("button"));
  act(() => void mockProps.onRenderProcessGone?.({}));
  expect(screen.getByText(/KoaLens stannade/)).toBeTruthy();
});
