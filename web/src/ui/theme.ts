/** Gives Mantine the values of tokens.css, and only the styles of the parts we use. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";

// Mantine's rules stand in a cascade layer, so ours win whatever the order of loading.
import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/global.layer.css";
import "@mantine/core/styles/UnstyledButton.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/ActionIcon.layer.css";
import "@mantine/core/styles/Input.layer.css";
import "@mantine/core/styles/PasswordInput.layer.css";

// Shade 8 is the one that carries white text at 4.5:1; Mantine's own default fails it.
const teal: MantineColorsTuple = [
  "#e3f2f0",
  "#cbe6e3",
  "#a6d3ce",
  "#7fbfb8",
  "#5cada5",
  "#3f9a92",
  "#298a82",
  "#177872",
  "#0b6b66",
  "#084c49",
];
const red: MantineColorsTuple = [
  "#fbeae9",
  "#f5d0ce",
  "#eba9a5",
  "#e0807b",
  "#d55f58",
  "#cb463f",
  "#c0362e",
  "#b92d25",
  "#b3261e",
  "#8f1d17",
];

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: 8,
  colors: { teal, red },
  defaultRadius: 8,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  fontSizes: { xs: "14px", sm: "16px", md: "16px", lg: "18px", xl: "22px" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  black: "#14212b",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Input: { defaultProps: { size: "md" } },
    InputWrapper: { defaultProps: { size: "md" } },
    // Our dialogs are the browser's own and stand in its top layer: what opens inside them must open inside them.
    Popover: { defaultProps: { withinPortal: false } },
    Combobox: { defaultProps: { withinPortal: false } },
    Menu: { defaultProps: { withinPortal: false } },
    Tooltip: { defaultProps: { withinPortal: false } },
  },
});
