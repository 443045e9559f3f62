import{f as a}from"./chunk-YBKMBAD2.js";import"./chunk-Y3GESK43.js";import"./chunk-BZ4364EC.js";import"./chunk-6BMYESUL.js";import"./chunk-ZORKPPHW.js";export{a as MyCameraLiveTile};
