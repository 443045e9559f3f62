import { css } from "lit";

/** Colours and shapes come from Home Assistant's theme; the fallbacks are those of its default light theme. */
export const shared = css`
  :host {
    --mc-accent: var(--primary-color, #03a9f4);
    --mc-text: var(--primary-text-color, #212121);
    --mc-text-2: var(--secondary-text-color, #727272);
    --mc-surface: var(--card-background-color, #fff);
    --mc-page: var(--primary-background-color, #fafafa);
    --mc-sunken: var(--secondary-background-color, #e5e5e5);
    --mc-line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --mc-good: var(--success-color, #43a047);
    --mc-warn: var(--warning-color, #ffa600);
    --mc-bad: var(--error-color, #db4437);
    --mc-radius: var(--ha-card-border-radius, 12px);
    --mc-gap: 16px;
    color: var(--mc-text);
    font-family: var(--ha-font-family-body, var(--paper-font-body1_-_font-family, Roboto, Noto, "Noto Sans CJK SC", sans-serif));
    font-size: 14px;
    line-height: 1.45;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  svg {
    display: block;
    inline-size: 24px;
    block-size: 24px;
    fill: currentColor;
    flex: none;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.4;
  }
  :focus-visible {
    outline: 2px solid var(--mc-accent);
    outline-offset: 2px;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    flex: none;
  }
  .icon-button:hover:enabled {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .text-button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    padding-inline: 16px;
    border-radius: 20px;
    /* The accent alone is too pale to read on a light page. */
    color: color-mix(in srgb, var(--mc-accent) 60%, var(--mc-text));
    font-weight: 500;
    text-decoration: none;
    border: 1px solid var(--mc-line);
  }
  .text-button:hover {
    background: color-mix(in srgb, var(--mc-accent) 8%, transparent);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .spinner {
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    border: 3px solid var(--mc-line);
    border-block-start-color: var(--mc-accent);
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 3s;
    }
  }
  .day {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: 14px 8px;
    background: var(--mc-page);
    font-size: 15px;
    font-weight: 500;
  }
  .foot {
    display: grid;
    place-items: center;
    min-block-size: 72px;
    padding: 16px;
    color: var(--mc-text-2);
  }
  mycamera-virtual-rows:not([placed]) + .foot {
    visibility: hidden;
  }
`;

/** How something does, as the colour of a dot. */
export const dotStyles = css`
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-bad);
  }
  .dot.recording,
  .dot.connected {
    background: var(--mc-good);
  }
  .dot.connecting,
  .dot.not_set_up,
  .dot.overloaded,
  .dot.starting {
    background: var(--mc-warn);
  }
  .dot.off {
    background: var(--mc-text-2);
  }
`;
