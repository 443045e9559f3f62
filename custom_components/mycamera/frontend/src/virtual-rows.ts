import { LitVirtualizer } from "@lit-labs/virtualizer/LitVirtualizer.js";
import { customElement } from "./element";

/**
 * Rows beneath each other of which only those in sight are in the document.
 *
 * By a name of our own: Home Assistant's frontend may have the library's element, in another version.
 */
@customElement("mycamera-virtual-rows")
export class MyCameraVirtualRows extends LitVirtualizer {}
