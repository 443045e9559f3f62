import { css } from "lit";

export const dayStyles = css`
  :host {
    display: block;
  }
  .player {
    position: relative;
    display: grid;
    background: #000;
    border-radius: var(--mc-radius);
    overflow: hidden;
    margin-block-start: 12px;
  }
  video {
    inline-size: 100%;
    /* The controls and the line stay in sight. */
    block-size: min(56.25vw, calc(100vh - 380px));
    min-block-size: 180px;
    object-fit: contain;
  }
  .problem {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    padding: 12px 16px;
    color: #fff;
    background: rgba(0, 0, 0, 0.7);
  }
  .problem .text-button {
    margin-block-start: 8px;
    color: #fff;
    background: transparent;
    border-color: rgba(255, 255, 255, 0.6);
  }
  .controls {
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
  .line {
    position: relative;
    block-size: 72px;
    background: var(--mc-sunken);
    border-radius: 8px;
    overflow: hidden;
    cursor: pointer;
    touch-action: pan-y pinch-zoom;
    user-select: none;
  }
  .line > span {
    position: absolute;
    inset-block-start: 0;
    pointer-events: none;
  }
  .line > .span {
    block-size: 48px;
    background: color-mix(in srgb, var(--mc-accent) 35%, var(--mc-surface));
  }
  .line > .gap {
    pointer-events: auto;
    block-size: 48px;
    min-inline-size: 1px;
    background: repeating-linear-gradient(135deg, var(--mc-bad) 0 3px, transparent 3px 7px);
  }
  .line > .person {
    pointer-events: auto;
    inset-block-start: 10px;
    block-size: 28px;
    min-inline-size: 3px;
    border-radius: 2px;
    background: var(--mc-warn);
  }
  .line > .mark {
    inset-block-start: 48px;
    block-size: 24px;
    border-inline-start: 1px solid var(--mc-text-2);
    font-size: 12px;
    color: var(--mc-text);
    white-space: nowrap;
  }
  .mark > span {
    padding-inline-start: 4px;
  }
  .line > .head {
    block-size: 72px;
    border-inline-start: 2px solid var(--mc-bad);
  }
  .summary {
    padding-block: 10px;
    color: var(--mc-text-2);
  }
  .shown {
    margin-block-end: 8px;
    text-align: start;
  }
`;
