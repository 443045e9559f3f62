import{i as a}from"./chunk-4Q5VHKKI.js";import"./chunk-36NKAGGL.js";import"./chunk-JTFHP5GS.js";import"./chunk-U373QYV6.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraDayLine};
