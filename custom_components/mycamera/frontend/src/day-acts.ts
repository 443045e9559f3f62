import type { DayRequest } from "./day-controls";

/** What the buttons and the keys do. */
export type DayAct = DayRequest | "back_300" | "forward_300" | "first" | "last" | "previous_frame" | "next_frame";

/** What a key of the line does. */
export const KEYS: Readonly<Record<string, DayAct>> = {
  ArrowLeft: "back_10",
  ArrowRight: "forward_10",
  PageDown: "back_300",
  PageUp: "forward_300",
  Home: "first",
  End: "last",
  " ": "play",
  k: "play",
  l: "live",
  "+": "zoom_in",
  "-": "zoom_out",
  n: "next_person",
  p: "previous_person",
  ",": "previous_frame",
  ".": "next_frame",
};
