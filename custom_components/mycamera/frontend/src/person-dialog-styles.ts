import { css } from "lit";

export const personDialogStyles = css`
  @media (min-width: 800px) {
    dialog {
      inline-size: min(1180px, calc(100vw - 48px));
      max-block-size: calc(100dvh - 48px);
    }
  }
  h2 {
    flex-wrap: wrap;
    gap: 0 12px;
  }
  h2 span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  h2 time {
    font-size: 14px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  .turn:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .scroll {
    overflow-y: auto;
  }
  .media {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 2px;
    background: #000;
  }
  figure {
    margin: 0;
    min-inline-size: 0;
    aspect-ratio: 16 / 10;
    display: grid;
    place-items: center;
    background: #000;
  }
  figure a,
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: contain;
  }
  figure a {
    position: relative;
  }
  .box {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: var(--mc-accent);
    stroke-width: 2px;
    pointer-events: none;
  }
  .box rect {
    vector-effect: non-scaling-stroke;
  }
  figure a:focus-visible {
    outline-offset: -3px;
  }
  .instead {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 16px;
    color: #cfcfcf;
    text-align: center;
  }
  .text {
    display: grid;
    gap: 6px;
    padding: 16px 20px 20px;
  }
  .caption {
    font-size: 18px;
    overflow-wrap: anywhere;
  }
  .other {
    color: var(--mc-text-2);
    overflow-wrap: anywhere;
  }
  .none {
    color: var(--mc-text-2);
    font-style: italic;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    margin: 10px 0 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 12px;
  }
  dt {
    font-size: 12px;
    color: var(--mc-text-2);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 799px) {
    .media {
      grid-template-columns: 1fr;
    }
    figure {
      aspect-ratio: 16 / 9;
    }
    .text {
      padding: 14px 16px 24px;
    }
  }
`;
