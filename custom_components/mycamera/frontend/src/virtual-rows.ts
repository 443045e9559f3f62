import { LitVirtualizer } from "@lit-labs/virtualizer/LitVirtualizer.js";
import { customElement } from "./element";

/**
 * Rows beneath each other of which only those in sight are in the document.
 *
 * By a name of our own: Home Assistant's frontend may have the library's element, in another version. Until the rows were
 * measured, which takes some frames, it is not `placed`: what follows it is hidden, so that nobody sees it jump.
 */
@customElement("mycamera-virtual-rows")
export class MyCameraVirtualRows extends LitVirtualizer {
  protected override firstUpdated(): void {
    const placed = (): boolean => this.toggleAttribute("placed", true);
    // It fails where the rows are taken out of the page before that: should they come back, nothing waits for it.
    void Promise.resolve(this.layoutComplete).then(placed, placed);
  }
}
