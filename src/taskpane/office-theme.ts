/** The Fluent theme that suits the Office theme. Windows contrast themes are followed by Fluent itself. */
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

export interface OfficeColours {
  readonly bodyBackgroundColor?: string;
  readonly isDarkTheme?: boolean;
}

/** Excel on the web names no theme: light. */
export function themeFor(office: OfficeColours | null | undefined): Theme {
  return isDark(office) ? webDarkTheme : webLightTheme;
}

function isDark(office: OfficeColours | null | undefined): boolean {
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme;
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(office?.bodyBackgroundColor ?? "");
  if (!colour) return false;
  const [red = 255, green = 255, blue = 255] = colour.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
