import type { Context } from "./context";
import type { Problem, Shape, ZoneDraft } from "./zone-draft";

/** Told apart also by those who see few colours (Okabe and Ito's set, without black). */
const COLOURS = ["#56b4e9", "#e69f00", "#009e73", "#f0e442", "#cc79a7", "#0072b2", "#d55e00"];
const MASK_COLOUR = "#9e9e9e";

export function colourOf(draft: ZoneDraft, shape: Shape): string {
  if (shape.kind === "mask") return MASK_COLOUR;
  const zones = draft.shapes.filter((one) => one.kind === "zone");
  return COLOURS[zones.indexOf(shape) % COLOURS.length] ?? MASK_COLOUR;
}

export function nameOf({ localize }: Context, shape: Shape): string {
  return shape.kind === "mask" ? localize("ignored_area") : shape.name.trim();
}

export function problemText(context: Context, shape: Shape, problem: Problem): string {
  return context.localize(`problem_${problem}`, { name: nameOf(context, shape) });
}
