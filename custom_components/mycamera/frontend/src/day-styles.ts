import { css } from "lit";

export const dayStyles = css`
  :host {
    /* What its first part keeps clear above itself must not move all of it down when that takes the spinner's place. */
    display: flow-root;
  }
  .films {
    display: grid;
    gap: 4px;
    margin-block-start: 12px;
    /* The controls and the line stay in sight. */
    block-size: max(180px, min(56.25vw, calc(100vh - 380px - var(--more-lines, 0px))));
    grid-auto-rows: minmax(0, 1fr);
  }
  .films[data-count="2"],
  .films[data-count="3"],
  .films[data-count="4"] {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .controls {
    display: flex;
    justify-content: center;
    padding-block: 8px;
  }
  .several {
    display: grid;
    grid-template-columns: minmax(72px, min(20%, 180px)) minmax(0, 1fr);
    gap: 4px;
  }
  .cameras {
    display: grid;
    align-content: start;
  }
  /* As high as the camera's row on the line. */
  .cameras button {
    block-size: 36px;
    padding-inline: 8px;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--mc-text-2);
    border-radius: 8px;
  }
  .cameras button[aria-pressed="true"] {
    color: var(--mc-text);
    font-weight: 500;
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
`;

export const controlStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding-block: 8px;
  }
  .clock {
    min-inline-size: 9ch;
    text-align: center;
    font-size: 16px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  select {
    font: inherit;
    color: inherit;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    border-radius: 8px;
    block-size: 36px;
    padding-inline: 6px;
  }
  .live {
    min-block-size: 36px;
    padding-inline: 12px;
  }
  .lamp {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-text-2);
  }
  .live[aria-pressed="true"] .lamp {
    background: var(--mc-bad);
  }
`;

export const lineStyles = css`
  :host {
    position: relative;
    display: block;
  }
  .line {
    position: relative;
    background: var(--mc-sunken);
    border-radius: 8px;
    overflow: hidden;
    cursor: pointer;
    touch-action: pan-y;
    user-select: none;
  }
  .row {
    position: relative;
    block-size: 48px;
  }
  :host([several]) .row {
    block-size: 36px;
    border-block-end: 1px solid var(--mc-page);
    box-sizing: border-box;
  }
  .row > span {
    position: absolute;
    inset-block: 0;
    pointer-events: none;
  }
  .row > .span {
    background: color-mix(in srgb, var(--mc-accent) 35%, var(--mc-surface));
  }
  .row > .gap {
    pointer-events: auto;
    min-inline-size: 1px;
    background: repeating-linear-gradient(135deg, var(--mc-bad) 0 3px, transparent 3px 7px);
  }
  .row > .person {
    pointer-events: auto;
    inset-block: 20%;
    min-inline-size: 3px;
    border-radius: 2px;
    background: var(--mc-warn);
  }
  .marks {
    position: relative;
    block-size: 24px;
  }
  .mark {
    position: absolute;
    inset-block: 0;
    border-inline-start: 1px solid var(--mc-text-2);
    font-size: 12px;
    color: var(--mc-text);
    white-space: nowrap;
    pointer-events: none;
  }
  .mark > span {
    padding-inline-start: 4px;
  }
  .head {
    position: absolute;
    inset-block: 0;
    border-inline-start: 2px solid var(--mc-bad);
    pointer-events: none;
  }
  mycamera-preview {
    position: absolute;
    z-index: 2;
    inset-block-end: calc(100% + 6px);
    pointer-events: none;
  }
`;
