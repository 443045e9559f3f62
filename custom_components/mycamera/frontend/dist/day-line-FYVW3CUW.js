import{g as a}from"./chunk-E2J7MBIT.js";import"./chunk-IXHYJBTK.js";import"./chunk-BDXIJK2M.js";import"./chunk-VURIGJ46.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
