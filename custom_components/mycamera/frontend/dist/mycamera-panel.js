import{A as y5,B as w5,a as k0,b as W3,c as U3,d as _0,e as T,f as T0,g as P0,h as B0,i as $0,j as R0,l as F0,m as g5,n as E0,o as O5,p as D0,q as z0,r as I0,s as N0,t as W0,u as U0,v as G0,w as Q0,x as K0,y as q0,z as b5}from"./chunk-2FJWYC6O.js";import{a as A,b as l,c as x,d as h,e as t}from"./chunk-ZORKPPHW.js";var j0="M17 18H21V16H17V14L14 17L17 20V18M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 6C12.1 6 13 6.9 13 8S12.1 10 11 10 9 9.1 9 8 9.9 6 11 6M11 13C8.3 13 3 14.3 3 17V20H12.5C12.2 19.4 12.1 18.8 12 18.1H4.9V17C4.9 16.4 8 14.9 11 14.9C11.5 14.9 12 15 12.5 15C12.8 14.4 13.1 13.8 13.6 13.3C12.6 13.1 11.7 13 11 13";var X0="M18 16H14V18H18V20L21 17L18 14V16M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 6C12.1 6 13 6.9 13 8S12.1 10 11 10 9 9.1 9 8 9.9 6 11 6M11 13C8.3 13 3 14.3 3 17V20H12.5C12.2 19.4 12.1 18.8 12 18.1H4.9V17C4.9 16.4 8 14.9 11 14.9C11.5 14.9 12 15 12.5 15C12.8 14.4 13.1 13.8 13.6 13.3C12.6 13.1 11.7 13 11 13";var c2="M2.75,7L4.03,5.75L13.26,15L20,21.72L18.73,23L15.73,20H4V17C4,15.14 6.61,13.92 9.09,13.36L2.75,7M20,17V19.18L18.1,17.28V17C18.1,16.74 17.6,16.35 16.8,16L14,13.18C16.71,13.63 20,14.91 20,17M5.9,17V18.1H13.83L10.72,15C8.19,15.3 5.9,16.45 5.9,17M12,4A4,4 0 0,1 16,8C16,9.95 14.6,11.58 12.75,11.93L8.07,7.25C8.42,5.4 10.05,4 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6Z",Y0="M12,4A4,4 0 0,1 16,8A4,4 0 0,1 12,12A4,4 0 0,1 8,8A4,4 0 0,1 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6M12,13C14.67,13 20,14.33 20,17V20H4V17C4,14.33 9.33,13 12,13M12,14.9C9.03,14.9 5.9,16.36 5.9,17V18.1H18.1V17C18.1,16.36 14.97,14.9 12,14.9Z";var J0="M10,13C9.65,13.59 9.36,14.24 9.19,14.93C6.5,15.16 3.9,16.42 3.9,17V18.1H9.2C9.37,18.78 9.65,19.42 10,20H2V17C2,14.34 7.33,13 10,13M10,4A4,4 0 0,1 14,8C14,8.91 13.69,9.75 13.18,10.43C12.32,10.75 11.55,11.26 10.91,11.9L10,12A4,4 0 0,1 6,8A4,4 0 0,1 10,4M10,5.9A2.1,2.1 0 0,0 7.9,8A2.1,2.1 0 0,0 10,10.1A2.1,2.1 0 0,0 12.1,8A2.1,2.1 0 0,0 10,5.9M15.5,12C18,12 20,14 20,16.5C20,17.38 19.75,18.21 19.31,18.9L22.39,22L21,23.39L17.88,20.32C17.19,20.75 16.37,21 15.5,21C13,21 11,19 11,16.5C11,14 13,12 15.5,12M15.5,14A2.5,2.5 0 0,0 13,16.5A2.5,2.5 0 0,0 15.5,19A2.5,2.5 0 0,0 18,16.5A2.5,2.5 0 0,0 15.5,14Z";var a1="M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z";var C7="M20,11V13H8L13.5,18.5L12.08,19.92L4.16,12L12.08,4.08L13.5,5.5L8,11H20Z";var H7="M19 3H18V1H16V3H8V1H6V3H5C3.9 3 3 3.9 3 5V19C3 20.11 3.9 21 5 21H19C20.11 21 21 20.11 21 19V5C21 3.9 20.11 3 19 3M19 19H5V9H19V19M5 7V5H19V7H5M8.23 16.41L9.29 17.47L11.73 15.03L14.17 17.47L15.23 16.41L12.79 13.97L15.23 11.53L14.17 10.47L11.73 12.91L9.29 10.47L8.23 11.53L10.67 13.97L8.23 16.41Z";var V7="M20,5H16.83L15,3H9L7.17,5H4A2,2 0 0,0 2,7V19A2,2 0 0,0 4,21H20A2,2 0 0,0 22,19V7A2,2 0 0,0 20,5M20,19H4V7H8.05L9.88,5H14.12L16,7H20V19M12,18C10.92,18 9.86,17.65 9,17L10.44,15.56C10.91,15.85 11.45,16 12,16A3,3 0 0,0 15,13A3,3 0 0,0 12,10C10.74,10 9.6,10.8 9.18,12H11L8,15L5,12H7.1C7.65,9.29 10.29,7.55 13,8.1C15.7,8.65 17.45,11.29 16.9,14C16.42,16.33 14.38,18 12,18Z";var u2="M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z";var L7="M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z",e7="M0.41,13.41L6,19L7.41,17.58L1.83,12M22.24,5.58L11.66,16.17L7.5,12L6.07,13.41L11.66,19L23.66,7M18,7L16.59,5.58L10.24,11.93L11.66,13.34L18,7Z";var r7="M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M12 20C7.59 20 4 16.41 4 12S7.59 4 12 4 20 7.59 20 12 16.41 20 12 20M16.59 7.58L10 14.17L7.41 11.59L6 13L10 17L18 9L16.59 7.58Z";var M7="M20,16V10H22V16A2,2 0 0,1 20,18H8C6.89,18 6,17.1 6,16V4C6,2.89 6.89,2 8,2H16V4H8V16H20M10.91,7.08L14,10.17L20.59,3.58L22,5L14,13L9.5,8.5L10.91,7.08M16,20V22H4A2,2 0 0,1 2,20V7H4V20H16Z";var t7="M7.41,8.58L12,13.17L16.59,8.58L18,10L12,16L6,10L7.41,8.58Z";var k5="M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z";var _5="M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z";var T5="M7.41,15.41L12,10.83L16.59,15.41L18,14L12,8L6,14L7.41,15.41Z";var j="M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z";var i7="M9,22A1,1 0 0,1 8,21V18H4A2,2 0 0,1 2,16V4C2,2.89 2.9,2 4,2H20A2,2 0 0,1 22,4V16A2,2 0 0,1 20,18H13.9L10.2,21.71C10,21.9 9.75,22 9.5,22V22H9M10,16V19.08L13.08,16H20V4H4V16H10M17,11H15V9H17V11M13,11H11V9H13V11M9,11H7V9H9V11Z";var o7="M19,3L13,9L15,11L22,4V3M12,12.5A0.5,0.5 0 0,1 11.5,12A0.5,0.5 0 0,1 12,11.5A0.5,0.5 0 0,1 12.5,12A0.5,0.5 0 0,1 12,12.5M6,20A2,2 0 0,1 4,18C4,16.89 4.9,16 6,16A2,2 0 0,1 8,18C8,19.11 7.1,20 6,20M6,8A2,2 0 0,1 4,6C4,4.89 4.9,4 6,4A2,2 0 0,1 8,6C8,7.11 7.1,8 6,8M9.64,7.64C9.87,7.14 10,6.59 10,6A4,4 0 0,0 6,2A4,4 0 0,0 2,6A4,4 0 0,0 6,10C6.59,10 7.14,9.87 7.64,9.64L10,12L7.64,14.36C7.14,14.13 6.59,14 6,14A4,4 0 0,0 2,18A4,4 0 0,0 6,22A4,4 0 0,0 10,18C10,17.41 9.87,16.86 9.64,16.36L12,14L19,21H22V20L9.64,7.64Z";var a7="M10 3C5.58 3 2 4.79 2 7V17C2 19.21 5.59 21 10 21S18 19.21 18 17V7C18 4.79 14.42 3 10 3M16 17C16 17.5 13.87 19 10 19S4 17.5 4 17V14.77C5.61 15.55 7.72 16 10 16S14.39 15.55 16 14.77V17M16 12.45C14.7 13.4 12.42 14 10 14S5.3 13.4 4 12.45V9.64C5.47 10.47 7.61 11 10 11S14.53 10.47 16 9.64V12.45M10 9C6.13 9 4 7.5 4 7S6.13 5 10 5 16 6.5 16 7 13.87 9 10 9M22 7V13H20V7H22M20 15H22V17H20V15Z";var A7="M12 3C7.58 3 4 4.79 4 7V17C4 19.21 7.59 21 12 21S20 19.21 20 17V7C20 4.79 16.42 3 12 3M18 17C18 17.5 15.87 19 12 19S6 17.5 6 17V14.77C7.61 15.55 9.72 16 12 16S16.39 15.55 18 14.77V17M18 12.45C16.7 13.4 14.42 14 12 14C9.58 14 7.3 13.4 6 12.45V9.64C7.47 10.47 9.61 11 12 11C14.39 11 16.53 10.47 18 9.64V12.45M12 9C8.13 9 6 7.5 6 7S8.13 5 12 5C15.87 5 18 6.5 18 7S15.87 9 12 9Z";var Z2="M6,19A2,2 0 0,0 8,21H16A2,2 0 0,0 18,19V7H6V19M8,9H16V19H8V9M15.5,4L14.5,3H9.5L8.5,4H5V6H19V4H15.5Z";var n7="M5,20H19V18H5M19,9H15V3H9V9H5L12,16L19,9Z";var d7="M2,5.27L3.28,4L20,20.72L18.73,22L15.65,18.92C14.5,19.3 13.28,19.5 12,19.5C7,19.5 2.73,16.39 1,12C1.69,10.24 2.79,8.69 4.19,7.46L2,5.27M12,9A3,3 0 0,1 15,12C15,12.35 14.94,12.69 14.83,13L11,9.17C11.31,9.06 11.65,9 12,9M12,4.5C17,4.5 21.27,7.61 23,12C22.18,14.08 20.79,15.88 19,17.19L17.58,15.76C18.94,14.82 20.06,13.54 20.82,12C19.17,8.64 15.76,6.5 12,6.5C10.91,6.5 9.84,6.68 8.84,7L7.3,5.47C8.74,4.85 10.33,4.5 12,4.5M3.18,12C4.83,15.36 8.24,17.5 12,17.5C12.69,17.5 13.37,17.43 14,17.29L11.72,15C10.29,14.85 9.15,13.71 9,12.28L5.6,8.87C4.61,9.72 3.78,10.78 3.18,12Z";var l7="M10,12V22H8V14H6V12H10M18,14V20C18,21.11 17.11,22 16,22H14A2,2 0 0,1 12,20V14A2,2 0 0,1 14,12H16C17.11,12 18,12.9 18,14M14,14V20H16V14H14M11.5,3C14.15,3 16.55,4 18.4,5.6L21,3V10H14L16.62,7.38C15.23,6.22 13.46,5.5 11.5,5.5C7.96,5.5 4.95,7.81 3.9,11L1.53,10.22C2.92,6.03 6.85,3 11.5,3Z";var p7="M14 13V11L12 12L10 11V13L8 14L10 15V17L12 16L14 17V15L16 14M14 2H7A2 2 0 0 0 5 4V18A2 2 0 0 0 7 20H8V18H7V4H13V8H17V18H16V20H17A2 2 0 0 0 19 18V7M14 13V11L12 12L10 11V13L8 14L10 15V17L12 16L14 17V15L16 14M10 23L12 22L14 23V18H10M14 13V11L12 12L10 11V13L8 14L10 15V17L12 16L14 17V15L16 14Z";var m7="M18,9H16V7H18M18,13H16V11H18M18,17H16V15H18M8,9H6V7H8M8,13H6V11H8M8,17H6V15H8M18,3V5H16V3H8V5H6V3H4V21H6V19H8V21H16V19H18V21H20V3H18Z";var s7="M14.73,20.83L17.58,18L14.73,15.17L16.15,13.76L19,16.57L21.8,13.76L23.22,15.17L20.41,18L23.22,20.83L21.8,22.24L19,19.4L16.15,22.24L14.73,20.83M13,19.88C13.04,20.18 12.94,20.5 12.71,20.71C12.32,21.1 11.69,21.1 11.3,20.71L7.29,16.7C7.06,16.47 6.96,16.16 7,15.87V10.75L2.21,4.62C1.87,4.19 1.95,3.56 2.38,3.22C2.57,3.08 2.78,3 3,3V3H17V3C17.22,3 17.43,3.08 17.62,3.22C18.05,3.56 18.13,4.19 17.79,4.62L13,10.75V19.88M5.04,5L9,10.06V15.58L11,17.58V10.05L14.96,5H5.04Z";var v7="M5,5H10V7H7V10H5V5M14,5H19V10H17V7H14V5M17,14H19V19H14V17H17V14M10,17V19H5V14H7V17H10Z";var x7="M6,2H18A2,2 0 0,1 20,4V20A2,2 0 0,1 18,22H6A2,2 0 0,1 4,20V4A2,2 0 0,1 6,2M12,4A6,6 0 0,0 6,10C6,13.31 8.69,16 12.1,16L11.22,13.77C10.95,13.29 11.11,12.68 11.59,12.4L12.45,11.9C12.93,11.63 13.54,11.79 13.82,12.27L15.74,14.69C17.12,13.59 18,11.9 18,10A6,6 0 0,0 12,4M12,9A1,1 0 0,1 13,10A1,1 0 0,1 12,11A1,1 0 0,1 11,10A1,1 0 0,1 12,9M7,18A1,1 0 0,0 6,19A1,1 0 0,0 7,20A1,1 0 0,0 8,19A1,1 0 0,0 7,18M12.09,13.27L14.58,19.58L17.17,18.08L12.95,12.77L12.09,13.27Z";var c7="M7.5,4A5.5,5.5 0 0,0 2,9.5C2,10 2.09,10.5 2.22,11H6.3L7.57,7.63C7.87,6.83 9.05,6.75 9.43,7.63L11.5,13L12.09,11.58C12.22,11.25 12.57,11 13,11H21.78C21.91,10.5 22,10 22,9.5A5.5,5.5 0 0,0 16.5,4C14.64,4 13,4.93 12,6.34C11,4.93 9.36,4 7.5,4V4M3,12.5A1,1 0 0,0 2,13.5A1,1 0 0,0 3,14.5H5.44L11,20C12,20.9 12,20.9 13,20L18.56,14.5H21A1,1 0 0,0 22,13.5A1,1 0 0,0 21,12.5H13.4L12.47,14.8C12.07,15.81 10.92,15.67 10.55,14.83L8.5,9.5L7.54,11.83C7.39,12.21 7.05,12.5 6.6,12.5H3Z";var P5="M11,18H13V16H11V18M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,6A4,4 0 0,0 8,10H10A2,2 0 0,1 12,8A2,2 0 0,1 14,10C14,12 11,11.75 11,15H13C13,12.75 16,12.5 16,10A4,4 0 0,0 12,6Z";var S2="M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8";var u7="M4,1C2.89,1 2,1.89 2,3V7C2,8.11 2.89,9 4,9H1V11H13V9H10C11.11,9 12,8.11 12,7V3C12,1.89 11.11,1 10,1H4M4,3H10V7H4V3M14,13C12.89,13 12,13.89 12,15V19C12,20.11 12.89,21 14,21H11V23H23V21H20C21.11,21 22,20.11 22,19V15C22,13.89 21.11,13 20,13H14M3.88,13.46L2.46,14.88L4.59,17L2.46,19.12L3.88,20.54L6,18.41L8.12,20.54L9.54,19.12L7.41,17L9.54,14.88L8.12,13.46L6,15.59L3.88,13.46M14,15H20V19H14V15Z";var B5="M12,17A2,2 0 0,0 14,15C14,13.89 13.1,13 12,13A2,2 0 0,0 10,15A2,2 0 0,0 12,17M18,8A2,2 0 0,1 20,10V20A2,2 0 0,1 18,22H6A2,2 0 0,1 4,20V10C4,8.89 4.9,8 6,8H7V6A5,5 0 0,1 12,1A5,5 0 0,1 17,6V8H18M12,3A3,3 0 0,0 9,6V8H15V6A3,3 0 0,0 12,3Z";var $5="M10 13C11.1 13 12 13.89 12 15C12 16.11 11.11 17 10 17S8 16.11 8 15 8.9 13 10 13M18 1C15.24 1 13 3.24 13 6V8H4C2.9 8 2 8.9 2 10V20C2 21.1 2.9 22 4 22H16C17.1 22 18 21.1 18 20V10C18 8.9 17.1 8 16 8H15V6C15 4.34 16.34 3 18 3S21 4.34 21 6V8H23V6C23 3.24 20.76 1 18 1M16 10V20H4V10H16Z",Z7="M12,17C10.89,17 10,16.1 10,15C10,13.89 10.89,13 12,13A2,2 0 0,1 14,15A2,2 0 0,1 12,17M18,20V10H6V20H18M18,8A2,2 0 0,1 20,10V20A2,2 0 0,1 18,22H6C4.89,22 4,21.1 4,20V10C4,8.89 4.89,8 6,8H7V6A5,5 0 0,1 12,1A5,5 0 0,1 17,6V8H18M12,3A3,3 0 0,0 9,6V8H15V6A3,3 0 0,0 12,3Z";var S7="M9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.44,13.73L14.71,14H15.5L20.5,19L19,20.5L14,15.5V14.71L13.73,14.44C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3M9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5Z";var R5="M15.5,14H14.71L14.43,13.73C15.41,12.59 16,11.11 16,9.5A6.5,6.5 0 0,0 9.5,3A6.5,6.5 0 0,0 3,9.5A6.5,6.5 0 0,0 9.5,16C11.11,16 12.59,15.41 13.73,14.43L14,14.71V15.5L19,20.5L20.5,19L15.5,14M9.5,14C7,14 5,12 5,9.5C5,7 7,5 9.5,5C12,5 14,7 14,9.5C14,12 12,14 9.5,14M7,9H12V10H7V9Z";var h7="M15.5,14L20.5,19L19,20.5L14,15.5V14.71L13.73,14.43C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.43,13.73L14.71,14H15.5M9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14M12,10H10V12H9V10H7V9H9V7H10V9H12V10Z";var f7="M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z";var g7="M3 4V16H21V4H3M3 2H21C22.1 2 23 2.89 23 4V16C23 16.53 22.79 17.04 22.41 17.41C22.04 17.79 21.53 18 21 18H14V20H16V22H8V20H10V18H3C2.47 18 1.96 17.79 1.59 17.41C1.21 17.04 1 16.53 1 16V4C1 2.89 1.89 2 3 2M10.84 8.93C11.15 8.63 11.57 8.45 12 8.45C12.43 8.46 12.85 8.63 13.16 8.94C13.46 9.24 13.64 9.66 13.64 10.09C13.64 10.53 13.46 10.94 13.16 11.25C12.85 11.56 12.43 11.73 12 11.73C11.57 11.73 11.15 11.55 10.84 11.25C10.54 10.94 10.36 10.53 10.36 10.09C10.36 9.66 10.54 9.24 10.84 8.93M10.07 12C10.58 12.53 11.28 12.82 12 12.82C12.72 12.82 13.42 12.53 13.93 12C14.44 11.5 14.73 10.81 14.73 10.09C14.73 9.37 14.44 8.67 13.93 8.16C13.42 7.65 12.72 7.36 12 7.36C11.28 7.36 10.58 7.65 10.07 8.16C9.56 8.67 9.27 9.37 9.27 10.09C9.27 10.81 9.56 11.5 10.07 12M6 10.09C6.94 7.7 9.27 6 12 6C14.73 6 17.06 7.7 18 10.09C17.06 12.5 14.73 14.18 12 14.18C9.27 14.18 6.94 12.5 6 10.09Z";var F5="M20.84 2.18L16.91 2.96L19.65 6.5L21.62 6.1L20.84 2.18M13.97 3.54L12 3.93L14.75 7.46L16.71 7.07L13.97 3.54M9.07 4.5L7.1 4.91L9.85 8.44L11.81 8.05L9.07 4.5M4.16 5.5L3.18 5.69C2.1 5.9 1.39 6.96 1.61 8.04L2 10L6.9 9.03L4.16 5.5M20 12V20H4V12H20M22 10H2V20C2 21.11 2.9 22 4 22H20C21.11 22 22 21.11 22 20V10Z";var E5="M14.75 7.46L12 3.93L13.97 3.54L16.71 7.07L14.75 7.46M21.62 6.1L20.84 2.18L16.91 2.96L19.65 6.5L21.62 6.1M4 20V12H20V13.09C20.72 13.21 21.39 13.46 22 13.81V10H2V20C2 21.11 2.9 22 4 22H13.81C13.46 21.39 13.22 20.72 13.09 20H4M11.81 8.05L9.07 4.5L7.1 4.91L9.85 8.44L11.81 8.05M4.16 5.5L3.18 5.69C2.1 5.9 1.39 6.96 1.61 8.04L2 10L6.9 9.03L4.16 5.5M20 18V15H18V18H15V20H18V23H20V20H23V18H20Z";var O7="M14,19H18V5H14M6,19H10V5H6V19Z";var b7="M14.06,9L15,9.94L5.92,19H5V18.08L14.06,9M17.66,3C17.41,3 17.15,3.1 16.96,3.29L15.13,5.12L18.88,8.87L20.71,7.04C21.1,6.65 21.1,6 20.71,5.63L18.37,3.29C18.17,3.09 17.92,3 17.66,3M14.06,6.19L3,17.25V21H6.75L17.81,9.94L14.06,6.19Z";var D5="M8,5.14V19.14L19,12.14L8,5.14Z";var y7="M3 16H10V14H3M18 14V10H16V14H12V16H16V20H18V16H22V14M14 6H3V8H14M14 10H3V12H14V10Z";var w7="M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z";var K2="M19.07,4.93L17.66,6.34C19.1,7.79 20,9.79 20,12A8,8 0 0,1 12,20A8,8 0 0,1 4,12C4,7.92 7.05,4.56 11,4.07V6.09C8.16,6.57 6,9.03 6,12A6,6 0 0,0 12,18A6,6 0 0,0 18,12C18,10.34 17.33,8.84 16.24,7.76L14.83,9.17C15.55,9.9 16,10.9 16,12A4,4 0 0,1 12,16A4,4 0 0,1 8,12C8,10.14 9.28,8.59 11,8.14V10.28C10.4,10.63 10,11.26 10,12A2,2 0 0,0 12,14A2,2 0 0,0 14,12C14,11.26 13.6,10.62 13,10.28V2H12A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12C22,9.24 20.88,6.74 19.07,4.93Z";var k7="M12.5,3C17.15,3 21.08,6.03 22.47,10.22L20.1,11C19.05,7.81 16.04,5.5 12.5,5.5C10.54,5.5 8.77,6.22 7.38,7.38L10,10H3V3L5.6,5.6C7.45,4 9.85,3 12.5,3M10,12V22H8V14H6V12H10M18,14V20C18,21.11 17.11,22 16,22H14A2,2 0 0,1 12,20V14A2,2 0 0,1 14,12H16C17.11,12 18,12.9 18,14M14,14V20H16V14H14Z";var z5="M18 16.08C17.24 16.08 16.56 16.38 16.04 16.85L8.91 12.7C8.96 12.47 9 12.24 9 12S8.96 11.53 8.91 11.3L15.96 7.19C16.5 7.69 17.21 8 18 8C19.66 8 21 6.66 21 5S19.66 2 18 2 15 3.34 15 5C15 5.24 15.04 5.47 15.09 5.7L8.04 9.81C7.5 9.31 6.79 9 6 9C4.34 9 3 10.34 3 12S4.34 15 6 15C6.79 15 7.5 14.69 8.04 14.19L15.16 18.34C15.11 18.55 15.08 18.77 15.08 19C15.08 20.61 16.39 21.91 18 21.91S20.92 20.61 20.92 19C20.92 17.39 19.61 16.08 18 16.08M18 4C18.55 4 19 4.45 19 5S18.55 6 18 6 17 5.55 17 5 17.45 4 18 4M6 13C5.45 13 5 12.55 5 12S5.45 11 6 11 7 11.45 7 12 6.55 13 6 13M18 20C17.45 20 17 19.55 17 19S17.45 18 18 18 19 18.45 19 19 18.55 20 18 20Z";var h2="M4 2V8H2V2H4M2 22V16H4V22H2M5 12C5 13.11 4.11 14 3 14C1.9 14 1 13.11 1 12C1 10.9 1.9 10 3 10C4.11 10 5 10.9 5 12M16 4C20.42 4 24 7.58 24 12C24 16.42 20.42 20 16 20C12.4 20 9.36 17.62 8.35 14.35L6 12L8.35 9.65C9.36 6.38 12.4 4 16 4M16 6C12.69 6 10 8.69 10 12C10 15.31 12.69 18 16 18C19.31 18 22 15.31 22 12C22 8.69 19.31 6 16 6M15 13V8H16.5V12.2L19.5 14L18.68 15.26L15 13Z";var _7="M12.5,8C9.85,8 7.45,9 5.6,10.6L2,7V16H11L7.38,12.38C8.77,11.22 10.54,10.5 12.5,10.5C16.04,10.5 19.05,12.81 20.1,16L22.47,15.22C21.08,11.03 17.15,8 12.5,8Z";var T7="M9 9V15H15V9H9M11 11H13V13H11V11M15 18V20H23V18H15Z";var P7="M2,2V8H4.28L5.57,16H4V22H10V20.06L15,20.05V22H21V16H19.17L20,9H22V3H16V6.53L14.8,8H9.59L8,5.82V2M4,4H6V6H4M18,5H20V7H18M6.31,8H7.11L9,10.59V14H15V10.91L16.57,9H18L17.16,16H15V18.06H10V16H7.6M11,10H13V12H11M6,18H8V20H6M17,18H19V20H17";var f2="M3.41,1.86L2,3.27L4.73,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16C16.21,18 16.39,17.92 16.55,17.82L19.73,21L21.14,19.59L12.28,10.73L3.41,1.86M5,16V8H6.73L14.73,16H5M15,8V10.61L21,16.61V6.5L17,10.5V7A1,1 0 0,0 16,6H10.39L12.39,8H15Z";var B7="M14,3.23V5.29C16.89,6.15 19,8.83 19,12C19,15.17 16.89,17.84 14,18.7V20.77C18,19.86 21,16.28 21,12C21,7.72 18,4.14 14,3.23M16.5,12C16.5,10.23 15.5,8.71 14,7.97V16C15.5,15.29 16.5,13.76 16.5,12M3,9V15H7L12,20V4L7,9H3Z";var $7="M12,4L9.91,6.09L12,8.18M4.27,3L3,4.27L7.73,9H3V15H7L12,20V13.27L16.25,17.53C15.58,18.04 14.83,18.46 14,18.7V20.77C15.38,20.45 16.63,19.82 17.68,18.96L19.73,21L21,19.73L12,10.73M19,12C19,12.94 18.8,13.82 18.46,14.64L19.97,16.15C20.62,14.91 21,13.5 21,12C21,7.72 18,4.14 14,3.23V5.29C16.89,6.15 19,8.83 19,12M16.5,12C16.5,10.23 15.5,8.71 14,7.97V10.18L16.45,12.63C16.5,12.43 16.5,12.21 16.5,12Z";var I5=globalThis,N5=I5.ShadowRoot&&(I5.ShadyCSS===void 0||I5.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,G3=Symbol(),R7=new WeakMap,q2=class{constructor(L,C,H){if(this._$cssResult$=!0,H!==G3)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=L,this.t=C}get styleSheet(){let L=this.o,C=this.t;if(N5&&L===void 0){let H=C!==void 0&&C.length===1;H&&(L=R7.get(C)),L===void 0&&((this.o=L=new CSSStyleSheet).replaceSync(this.cssText),H&&R7.set(C,L))}return L}toString(){return this.cssText}},F7=M=>new q2(typeof M=="string"?M:M+"",void 0,G3),O=(M,...L)=>{let C=M.length===1?M[0]:L.reduce((H,V,e)=>H+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(V)+M[e+1],M[0]);return new q2(C,M,G3)},E7=(M,L)=>{if(N5)M.adoptedStyleSheets=L.map(C=>C instanceof CSSStyleSheet?C:C.styleSheet);else for(let C of L){let H=document.createElement("style"),V=I5.litNonce;V!==void 0&&H.setAttribute("nonce",V),H.textContent=C.cssText,M.appendChild(H)}},Q3=N5?M=>M:M=>M instanceof CSSStyleSheet?(L=>{let C="";for(let H of L.cssRules)C+=H.cssText;return F7(C)})(M):M;var{is:e8,defineProperty:r8,getOwnPropertyDescriptor:M8,getOwnPropertyNames:t8,getOwnPropertySymbols:i8,getPrototypeOf:o8}=Object,W5=globalThis,D7=W5.trustedTypes,a8=D7?D7.emptyScript:"",A8=W5.reactiveElementPolyfillSupport,j2=(M,L)=>M,X2={toAttribute(M,L){switch(L){case Boolean:M=M?a8:null;break;case Object:case Array:M=M==null?M:JSON.stringify(M)}return M},fromAttribute(M,L){let C=M;switch(L){case Boolean:C=M!==null;break;case Number:C=M===null?null:Number(M);break;case Object:case Array:try{C=JSON.parse(M)}catch{C=null}}return C}},U5=(M,L)=>!e8(M,L),z7={attribute:!0,type:String,converter:X2,reflect:!1,useDefault:!1,hasChanged:U5};Symbol.metadata??=Symbol("metadata"),W5.litPropertyMetadata??=new WeakMap;var $1=class extends HTMLElement{static addInitializer(L){this._$Ei(),(this.l??=[]).push(L)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(L,C=z7){if(C.state&&(C.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(L)&&((C=Object.create(C)).wrapped=!0),this.elementProperties.set(L,C),!C.noAccessor){let H=Symbol(),V=this.getPropertyDescriptor(L,H,C);V!==void 0&&r8(this.prototype,L,V)}}static getPropertyDescriptor(L,C,H){let{get:V,set:e}=M8(this.prototype,L)??{get(){return this[C]},set(r){this[C]=r}};return{get:V,set(r){let i=V?.call(this);e?.call(this,r),this.requestUpdate(L,i,H)},configurable:!0,enumerable:!0}}static getPropertyOptions(L){return this.elementProperties.get(L)??z7}static _$Ei(){if(this.hasOwnProperty(j2("elementProperties")))return;let L=o8(this);L.finalize(),L.l!==void 0&&(this.l=[...L.l]),this.elementProperties=new Map(L.elementProperties)}static finalize(){if(this.hasOwnProperty(j2("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(j2("properties"))){let C=this.properties,H=[...t8(C),...i8(C)];for(let V of H)this.createProperty(V,C[V])}let L=this[Symbol.metadata];if(L!==null){let C=litPropertyMetadata.get(L);if(C!==void 0)for(let[H,V]of C)this.elementProperties.set(H,V)}this._$Eh=new Map;for(let[C,H]of this.elementProperties){let V=this._$Eu(C,H);V!==void 0&&this._$Eh.set(V,C)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(L){let C=[];if(Array.isArray(L)){let H=new Set(L.flat(1/0).reverse());for(let V of H)C.unshift(Q3(V))}else L!==void 0&&C.push(Q3(L));return C}static _$Eu(L,C){let H=C.attribute;return H===!1?void 0:typeof H=="string"?H:typeof L=="string"?L.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(L=>this.enableUpdating=L),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(L=>L(this))}addController(L){(this._$EO??=new Set).add(L),this.renderRoot!==void 0&&this.isConnected&&L.hostConnected?.()}removeController(L){this._$EO?.delete(L)}_$E_(){let L=new Map,C=this.constructor.elementProperties;for(let H of C.keys())this.hasOwnProperty(H)&&(L.set(H,this[H]),delete this[H]);L.size>0&&(this._$Ep=L)}createRenderRoot(){let L=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return E7(L,this.constructor.elementStyles),L}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(L=>L.hostConnected?.())}enableUpdating(L){}disconnectedCallback(){this._$EO?.forEach(L=>L.hostDisconnected?.())}attributeChangedCallback(L,C,H){this._$AK(L,H)}_$ET(L,C){let H=this.constructor.elementProperties.get(L),V=this.constructor._$Eu(L,H);if(V!==void 0&&H.reflect===!0){let e=(H.converter?.toAttribute!==void 0?H.converter:X2).toAttribute(C,H.type);this._$Em=L,e==null?this.removeAttribute(V):this.setAttribute(V,e),this._$Em=null}}_$AK(L,C){let H=this.constructor,V=H._$Eh.get(L);if(V!==void 0&&this._$Em!==V){let e=H.getPropertyOptions(V),r=typeof e.converter=="function"?{fromAttribute:e.converter}:e.converter?.fromAttribute!==void 0?e.converter:X2;this._$Em=V;let i=r.fromAttribute(C,e.type);this[V]=i??this._$Ej?.get(V)??i,this._$Em=null}}requestUpdate(L,C,H,V=!1,e){if(L!==void 0){let r=this.constructor;if(V===!1&&(e=this[L]),H??=r.getPropertyOptions(L),!((H.hasChanged??U5)(e,C)||H.useDefault&&H.reflect&&e===this._$Ej?.get(L)&&!this.hasAttribute(r._$Eu(L,H))))return;this.C(L,C,H)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(L,C,{useDefault:H,reflect:V,wrapped:e},r){H&&!(this._$Ej??=new Map).has(L)&&(this._$Ej.set(L,r??C??this[L]),e!==!0||r!==void 0)||(this._$AL.has(L)||(this.hasUpdated||H||(C=void 0),this._$AL.set(L,C)),V===!0&&this._$Em!==L&&(this._$Eq??=new Set).add(L))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(C){Promise.reject(C)}let L=this.scheduleUpdate();return L!=null&&await L,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[V,e]of this._$Ep)this[V]=e;this._$Ep=void 0}let H=this.constructor.elementProperties;if(H.size>0)for(let[V,e]of H){let{wrapped:r}=e,i=this[V];r!==!0||this._$AL.has(V)||i===void 0||this.C(V,void 0,e,i)}}let L=!1,C=this._$AL;try{L=this.shouldUpdate(C),L?(this.willUpdate(C),this._$EO?.forEach(H=>H.hostUpdate?.()),this.update(C)):this._$EM()}catch(H){throw L=!1,this._$EM(),H}L&&this._$AE(C)}willUpdate(L){}_$AE(L){this._$EO?.forEach(C=>C.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(L)),this.updated(L)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(L){return!0}update(L){this._$Eq&&=this._$Eq.forEach(C=>this._$ET(C,this[C])),this._$EM()}updated(L){}firstUpdated(L){}};$1.elementStyles=[],$1.shadowRootOptions={mode:"open"},$1[j2("elementProperties")]=new Map,$1[j2("finalized")]=new Map,A8?.({ReactiveElement:$1}),(W5.reactiveElementVersions??=[]).push("2.1.2");var q3=globalThis,I7=M=>M,G5=q3.trustedTypes,N7=G5?G5.createPolicy("lit-html",{createHTML:M=>M}):void 0,j3="$lit$",R1=`lit$${Math.random().toFixed(9).slice(2)}$`,X3="?"+R1,n8=`<${X3}>`,r2=document,J2=()=>r2.createComment(""),C5=M=>M===null||typeof M!="object"&&typeof M!="function",Y3=Array.isArray,q7=M=>Y3(M)||typeof M?.[Symbol.iterator]=="function",K3=`[ 	
\f\r]`,Y2=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,W7=/-->/g,U7=/>/g,L2=RegExp(`>|${K3}(?:([^\\s"'>=/]+)(${K3}*=${K3}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),G7=/'/g,Q7=/"/g,j7=/^(?:script|style|textarea|title)$/i,J3=M=>(L,...C)=>({_$litType$:M,strings:L,values:C}),o=J3(1),F1=J3(2),AC=J3(3),J=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),K7=new WeakMap,e2=r2.createTreeWalker(r2,129);function X7(M,L){if(!Y3(M)||!M.hasOwnProperty("raw"))throw Error("invalid template strings array");return N7!==void 0?N7.createHTML(L):L}var Y7=(M,L)=>{let C=M.length-1,H=[],V,e=L===2?"<svg>":L===3?"<math>":"",r=Y2;for(let i=0;i<C;i++){let a=M[i],d,v,n=-1,g=0;for(;g<a.length&&(r.lastIndex=g,v=r.exec(a),v!==null);)g=r.lastIndex,r===Y2?v[1]==="!--"?r=W7:v[1]!==void 0?r=U7:v[2]!==void 0?(j7.test(v[2])&&(V=RegExp("</"+v[2],"g")),r=L2):v[3]!==void 0&&(r=L2):r===L2?v[0]===">"?(r=V??Y2,n=-1):v[1]===void 0?n=-2:(n=r.lastIndex-v[2].length,d=v[1],r=v[3]===void 0?L2:v[3]==='"'?Q7:G7):r===Q7||r===G7?r=L2:r===W7||r===U7?r=Y2:(r=L2,V=void 0);let f=r===L2&&M[i+1].startsWith("/>")?" ":"";e+=r===Y2?a+n8:n>=0?(H.push(d),a.slice(0,n)+j3+a.slice(n)+R1+f):a+R1+(n===-2?i:f)}return[X7(M,e+(M[C]||"<?>")+(L===2?"</svg>":L===3?"</math>":"")),H]},H5=class M{constructor({strings:L,_$litType$:C},H){let V;this.parts=[];let e=0,r=0,i=L.length-1,a=this.parts,[d,v]=Y7(L,C);if(this.el=M.createElement(d,H),e2.currentNode=this.el.content,C===2||C===3){let n=this.el.content.firstChild;n.replaceWith(...n.childNodes)}for(;(V=e2.nextNode())!==null&&a.length<i;){if(V.nodeType===1){if(V.hasAttributes())for(let n of V.getAttributeNames())if(n.endsWith(j3)){let g=v[r++],f=V.getAttribute(n).split(R1),B=/([.?@])?(.*)/.exec(g);a.push({type:1,index:e,name:B[2],strings:f,ctor:B[1]==="."?K5:B[1]==="?"?q5:B[1]==="@"?j5:t2}),V.removeAttribute(n)}else n.startsWith(R1)&&(a.push({type:6,index:e}),V.removeAttribute(n));if(j7.test(V.tagName)){let n=V.textContent.split(R1),g=n.length-1;if(g>0){V.textContent=G5?G5.emptyScript:"";for(let f=0;f<g;f++)V.append(n[f],J2()),e2.nextNode(),a.push({type:2,index:++e});V.append(n[g],J2())}}}else if(V.nodeType===8)if(V.data===X3)a.push({type:2,index:e});else{let n=-1;for(;(n=V.data.indexOf(R1,n+1))!==-1;)a.push({type:7,index:e}),n+=R1.length-1}e++}}static createElement(L,C){let H=r2.createElement("template");return H.innerHTML=L,H}};function M2(M,L,C=M,H){if(L===J)return L;let V=H!==void 0?C._$Co?.[H]:C._$Cl,e=C5(L)?void 0:L._$litDirective$;return V?.constructor!==e&&(V?._$AO?.(!1),e===void 0?V=void 0:(V=new e(M),V._$AT(M,C,H)),H!==void 0?(C._$Co??=[])[H]=V:C._$Cl=V),V!==void 0&&(L=M2(M,V._$AS(M,L.values),V,H)),L}var Q5=class{constructor(L,C){this._$AV=[],this._$AN=void 0,this._$AD=L,this._$AM=C}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(L){let{el:{content:C},parts:H}=this._$AD,V=(L?.creationScope??r2).importNode(C,!0);e2.currentNode=V;let e=e2.nextNode(),r=0,i=0,a=H[0];for(;a!==void 0;){if(r===a.index){let d;a.type===2?d=new g2(e,e.nextSibling,this,L):a.type===1?d=new a.ctor(e,a.name,a.strings,this,L):a.type===6&&(d=new X5(e,this,L)),this._$AV.push(d),a=H[++i]}r!==a?.index&&(e=e2.nextNode(),r++)}return e2.currentNode=r2,V}p(L){let C=0;for(let H of this._$AV)H!==void 0&&(H.strings!==void 0?(H._$AI(L,H,C),C+=H.strings.length-2):H._$AI(L[C])),C++}},g2=class M{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(L,C,H,V){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=L,this._$AB=C,this._$AM=H,this.options=V,this._$Cv=V?.isConnected??!0}get parentNode(){let L=this._$AA.parentNode,C=this._$AM;return C!==void 0&&L?.nodeType===11&&(L=C.parentNode),L}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(L,C=this){L=M2(this,L,C),C5(L)?L===p||L==null||L===""?(this._$AH!==p&&this._$AR(),this._$AH=p):L!==this._$AH&&L!==J&&this._(L):L._$litType$!==void 0?this.$(L):L.nodeType!==void 0?this.T(L):q7(L)?this.k(L):this._(L)}O(L){return this._$AA.parentNode.insertBefore(L,this._$AB)}T(L){this._$AH!==L&&(this._$AR(),this._$AH=this.O(L))}_(L){this._$AH!==p&&C5(this._$AH)?this._$AA.nextSibling.data=L:this.T(r2.createTextNode(L)),this._$AH=L}$(L){let{values:C,_$litType$:H}=L,V=typeof H=="number"?this._$AC(L):(H.el===void 0&&(H.el=H5.createElement(X7(H.h,H.h[0]),this.options)),H);if(this._$AH?._$AD===V)this._$AH.p(C);else{let e=new Q5(V,this),r=e.u(this.options);e.p(C),this.T(r),this._$AH=e}}_$AC(L){let C=K7.get(L.strings);return C===void 0&&K7.set(L.strings,C=new H5(L)),C}k(L){Y3(this._$AH)||(this._$AH=[],this._$AR());let C=this._$AH,H,V=0;for(let e of L)V===C.length?C.push(H=new M(this.O(J2()),this.O(J2()),this,this.options)):H=C[V],H._$AI(e),V++;V<C.length&&(this._$AR(H&&H._$AB.nextSibling,V),C.length=V)}_$AR(L=this._$AA.nextSibling,C){for(this._$AP?.(!1,!0,C);L!==this._$AB;){let H=I7(L).nextSibling;I7(L).remove(),L=H}}setConnected(L){this._$AM===void 0&&(this._$Cv=L,this._$AP?.(L))}},t2=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(L,C,H,V,e){this.type=1,this._$AH=p,this._$AN=void 0,this.element=L,this.name=C,this._$AM=V,this.options=e,H.length>2||H[0]!==""||H[1]!==""?(this._$AH=Array(H.length-1).fill(new String),this.strings=H):this._$AH=p}_$AI(L,C=this,H,V){let e=this.strings,r=!1;if(e===void 0)L=M2(this,L,C,0),r=!C5(L)||L!==this._$AH&&L!==J,r&&(this._$AH=L);else{let i=L,a,d;for(L=e[0],a=0;a<e.length-1;a++)d=M2(this,i[H+a],C,a),d===J&&(d=this._$AH[a]),r||=!C5(d)||d!==this._$AH[a],d===p?L=p:L!==p&&(L+=(d??"")+e[a+1]),this._$AH[a]=d}r&&!V&&this.j(L)}j(L){L===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,L??"")}},K5=class extends t2{constructor(){super(...arguments),this.type=3}j(L){this.element[this.name]=L===p?void 0:L}},q5=class extends t2{constructor(){super(...arguments),this.type=4}j(L){this.element.toggleAttribute(this.name,!!L&&L!==p)}},j5=class extends t2{constructor(L,C,H,V,e){super(L,C,H,V,e),this.type=5}_$AI(L,C=this){if((L=M2(this,L,C,0)??p)===J)return;let H=this._$AH,V=L===p&&H!==p||L.capture!==H.capture||L.once!==H.once||L.passive!==H.passive,e=L!==p&&(H===p||V);V&&this.element.removeEventListener(this.name,this,H),e&&this.element.addEventListener(this.name,this,L),this._$AH=L}handleEvent(L){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,L):this._$AH.handleEvent(L)}},X5=class{constructor(L,C,H){this.element=L,this.type=6,this._$AN=void 0,this._$AM=C,this.options=H}get _$AU(){return this._$AM._$AU}_$AI(L){M2(this,L)}},J7={M:j3,P:R1,A:X3,C:1,L:Y7,R:Q5,D:q7,V:M2,I:g2,H:t2,N:q5,U:j5,B:K5,F:X5},d8=q3.litHtmlPolyfillSupport;d8?.(H5,g2),(q3.litHtmlVersions??=[]).push("3.3.3");var C4=(M,L,C)=>{let H=C?.renderBefore??L,V=H._$litPart$;if(V===void 0){let e=C?.renderBefore??null;H._$litPart$=V=new g2(L.insertBefore(J2(),e),e,void 0,C??{})}return V._$AI(M),V};var C0=globalThis,b=class extends $1{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let L=super.createRenderRoot();return this.renderOptions.renderBefore??=L.firstChild,L}update(L){let C=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(L),this._$Do=C4(C,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return J}};b._$litElement$=!0,b.finalized=!0,C0.litElementHydrateSupport?.({LitElement:b});var l8=C0.litElementPolyfillSupport;l8?.({LitElement:b});(C0.litElementVersions??=[]).push("4.2.2");var p8={attribute:!0,type:String,converter:X2,reflect:!1,hasChanged:U5},m8=(M=p8,L,C)=>{let{kind:H,metadata:V}=C,e=globalThis.litPropertyMetadata.get(V);if(e===void 0&&globalThis.litPropertyMetadata.set(V,e=new Map),H==="setter"&&((M=Object.create(M)).wrapped=!0),e.set(C.name,M),H==="accessor"){let{name:r}=C;return{set(i){let a=L.get.call(this);L.set.call(this,i),this.requestUpdate(r,a,M,!0,i)},init(i){return i!==void 0&&this.C(r,void 0,M,i),i}}}if(H==="setter"){let{name:r}=C;return function(i){let a=this[r];L.call(this,i),this.requestUpdate(r,a,M,!0,i)}}throw Error("Unsupported decorator location: "+H)};function c(M){return(L,C)=>typeof C=="object"?m8(M,L,C):((H,V,e)=>{let r=V.hasOwnProperty(e);return V.constructor.createProperty(e,H),r?Object.getOwnPropertyDescriptor(V,e):void 0})(M,L,C)}function s(M){return c({...M,state:!0,attribute:!1})}var G1=(M,L,C)=>(C.configurable=!0,C.enumerable=!0,Reflect.decorate&&typeof L!="object"&&Object.defineProperty(M,L,C),C);function R(M,L){return(C,H,V)=>{let e=r=>r.renderRoot?.querySelector(M)??null;if(L){let{get:r,set:i}=typeof H=="object"?C:V??(()=>{let a=Symbol();return{get(){return this[a]},set(d){this[a]=d}}})();return G1(C,H,{get(){let a=r.call(this);return a===void 0&&(a=e(this),(a!==null||this.hasUpdated)&&i.call(this,a)),a}})}return G1(C,H,{get(){return e(this)}})}}var s8;function H4(M){return(L,C)=>G1(L,C,{get(){return(this.renderRoot??(s8??=document.createDocumentFragment())).querySelectorAll(M)}})}var Y5=class{constructor(L,C=window){this.close=L;this.view=C}#C=!1;opened(){this.#C||(this.#C=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#V))}closed(){this.#C&&(this.#H(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#H()}#H(){this.#C=!1,this.view.removeEventListener("popstate",this.#V)}#V=()=>{this.#H(),this.close()}};var H0={title:"MyCamera",menu:"Open the sidebar",live:"Live",live_of:"{camera}, live",show_large:"Show {camera} large",back_to_wall:"All cameras",whole_picture:"Whole picture",sound_on:"Turn the sound on",sound_off:"Turn the sound off",open_timeline:"Open the timeline",full_screen:"Full screen",kiosk:"Wall display",kiosk_hint:"Only the cameras, over the whole screen. The address of this view can be opened by a tablet on the wall.",leave_kiosk:"Leave the wall display",persons:"People",not_seen_yet:"Not seen yet",any_confidence:"Any confidence",any_duration:"Any duration",zone:"Zone",any_zone:"All zones",hour_from:"From this hour of the day",hour_until:"Until this hour of the day",all_seen:"Mark all as seen",visit_one:"{count} person",visit_other:"{count} people",visit_close:"Fewer",correct_caption:"Correct the description",describe_again:"Describe again",describe_failed:"No description can be written now: {code}",no_person:"Not a person",no_person_sure:"It is taken out of the people and kept as a false alarm, with its picture. The recording stays.",no_person_ignore:"Not a person, ignore this place…",delete_person:"Delete",delete_person_sure:"Delete this appearance and its pictures for good? The recording stays.",delete_for_good:"Delete for good",delete_person_failed:"This could not be deleted: {code}",keep:"Keep",share:"Share",link_copied:"The link was copied.",share_failed:"This could not be shared.",source_by_hand:"written by hand",recordings:"Recordings",record_status:"Recording",any_status:"All recordings",analysis:"Analysis",any_analysis:"Any analysis",choose:"Choose several",choose_shown:"Choose all shown",choose_record:"Choose the recording of {camera}, {time}",chosen_one:"{count} chosen",chosen_other:"{count} chosen",analyze_chosen:"Analyze",protect_chosen:"Protect",queued_one:"{count} recording is being analyzed",queued_other:"{count} recordings are being analyzed",day_view:"Timeline",clips:"Clips",clip:"Cut a clip",clip_from:"Beginning of the clip",clip_to:"End of the clip",export:"Export",export_waiting:"Waiting",export_hashing:"Reading the recordings",export_writing:"Writing the film",export_cancel:"Cancel the export of {camera}",export_delete:"Delete the clip {name}",export_failed:"The export could not be begun.",export_record:"Record",export_record_hint:"What the film is made of: recordings with their SHA-256, and the times that are missing.",no_exports:"No clip yet",no_exports_text:"Choose a time range on the timeline, or a person, and export it.",day_line:"Time of day",day_none:"Nothing was recorded on this day",day_none_text:"Choose another day or camera.",day_summary:"{recorded} recorded, {gaps}, {persons}",gaps_one:"{count} gap",gaps_other:"{count} gaps",seen_one:"{count} person seen",seen_other:"{count} people seen",zoom_in:"Zoom in",zoom_out:"Zoom out",previous_person:"Person before",next_person:"Next person",back_10:"10 seconds back",forward_10:"10 seconds forward",pause:"Pause",speed:"Speed",film_ended:"There is no later recording of this camera yet.",views:"Views",system:"System",last_day_recorded:"Last 24 hours recorded",people_today:"People today",stream_fps:"Pictures a second",device:"Device",version:"Version",queue:"Waiting",descriptions:"Descriptions",database:"Database",database_answers:"Answers",size:"Size",since:"Since",storage:"Storage",free:"Free",full_in:"Full in",never_full:"never: old recordings make room",days_one:"{count} day",days_other:"{count} days",folder:"Folder",storage_good:"Enough room",storage_soon_full:"Soon full",storage_unknown:"Not known yet",storage_advice:"Keep recordings for fewer days, or record to a larger disk.",advice_unreachable:"Check the camera's power and network, and whether its address has changed.",advice_authentication_failed:"Enter the camera's user and password anew.",advice_stream_not_found:"Check the path of the camera's stream.",advice_too_many_connections:"Close other programs that watch this camera, or tell MyCamera how many connections it serves.",advice_stalled:"The camera answers, but sends no picture. It is connected to anew; if that does not help, restart the camera.",advice_storage_unavailable:"Check whether the disk or the network folder is there and can be written to.",advice_camera:"Check the camera and its settings.",advice_worker:"Recording goes on, and what is recorded meanwhile is analyzed later. Check the worker's settings.",worker_not_set_up_advice:"Set a worker up, so that people are found.",all_cameras:"All cameras",cameras:"Cameras",removed_camera:"Removed camera",removed_named:"{name} (removed)",removed:"Removed",left_behind:"{name} is no longer set up. {records} recordings ({size}) and {persons} people are left.",left_behind_delete:"Delete all of it…",left_behind_sure:"Delete these recordings, people and pictures for good, protected ones too?",left_behind_yes:"Delete for good",left_behind_no:"Keep",left_behind_failed:"Not all of it was deleted ({code}). It can be done again.",date:"Day",previous_day:"Day before",next_day:"Day after",clear_day:"All days",search:"Search descriptions",clear_search:"Clear search",retry:"Try again",close:"Close",newer:"Newer person",older:"Older person",loading:"Loading",load_more:"Load more",end_of_list:"No more entries",in_view_one:"{count} person in view",in_view_other:"{count} people in view",status_off:"Recording off",status_connecting:"Connecting",status_recording:"Recording",status_unreachable:"Camera unreachable",status_authentication_failed:"Wrong user or password",status_stream_not_found:"Stream not found",status_too_many_connections:"Too many connections",status_stalled:"No picture arrives",status_storage_unavailable:"Storage not available",not_watching:"Not watching for people",worker_not_set_up:"No worker set up: people are not looked for",worker_starting:"Analysis is starting",worker_connected:"Analysis running",worker_disconnected:"Analysis disconnected",worker_failed:"Analysis failed",worker_overloaded:"Analysis is overloaded",worker_overloaded_advice:"Live pictures are left out. Have cameras looked at less often, choose smaller sub streams or a smaller detector, or let the worker run on a faster machine.",minutes_behind_one:"{count} minute behind",minutes_behind_other:"{count} minutes behind",pending_analyses_one:"{count} recording to analyze",pending_analyses_other:"{count} recordings to analyze",pending_captions_one:"{count} description to write",pending_captions_other:"{count} descriptions to write",database_down:"The database is not available",database_down_text:"Recording goes on, and what happens now is written when the database is back. Earlier entries cannot be shown until then.",database_waiting_one:"Recording goes on; {count} entry waits to be written.",database_waiting_other:"Recording goes on; {count} entries wait to be written.",not_loaded:"MyCamera is not running",not_loaded_text:"The integration is starting, was disabled or could not be set up.",connection_lost:"Home Assistant cannot be reached",connection_lost_text:"The list goes on when the connection is back.",load_failed:"This could not be loaded",load_failed_text:"Home Assistant answered: {code}",step_no_camera:"No camera yet",step_no_camera_text:"Add your first camera: MyCamera asks for its address, tries it, and records it at once.",step_add_camera:"Add a camera",step_no_permission:"No camera for you",step_no_permission_text:"No camera is set up yet, or you may not see any. An administrator can let you see a camera by its entity.",step_no_worker:"Nobody looks for people yet",step_no_worker_text:"Cameras are recorded, but people are only found with a worker. What was recorded until then is analyzed afterwards.",step_add_worker:"Set up the worker",step_worker_away:"Nobody looks for people now",step_worker_away_text:"The worker cannot be reached. Recording goes on, and what is recorded meanwhile is analyzed later.",step_away:"No camera sends a picture now",step_away_text:"People appear here as soon as one of your cameras can be reached again.",step_detection_off:"Detection is off",step_detection_off_text:"Detection is switched off for every camera. Switch it on with the camera's switch to have people found.",step_wait:"Nobody seen yet",step_wait_text:"As soon as a camera sees somebody, the picture and its description appear here.",step_system:"See what is wrong",add_camera:"Go to the settings",no_matches:"Nothing matches",no_matches_text:"No entry for this camera, day and text.",clear_filters:"Clear filters",no_recordings:"No recording yet",no_recordings_text:"A camera's first minute of video appears here when it is complete.",confidence:"Confidence",duration:"Duration",seen:"Seen",camera:"Camera",description_by:"Description",source_factual:"from the movement",source_model:"by {model}",caption_pending:"Description is being written",no_caption:"No description",picture_of:"Picture of a person, {camera}, {time}",picture_missing:"The picture is not available",recording:"Recording",recording_missing:"There is no recording of this moment.",live_picture:"The camera now",recording_writing:"This minute is still being recorded. It can be played when it is complete.",linked_missing:"This person is no longer in the history.",recording_unplayable:"This browser cannot play the recording ({codec}).",recording_failed:"The recording could not be loaded.",download:"Download",full_picture:"Open the picture",play:"Play",play_recording:"Play the recording of {camera}, {time}",record_success:"Complete",record_failed:"Failed",record_incomplete:"Incomplete",record_timeout:"The camera stopped sending",analysis_pending:"Waiting for analysis",analysis_running:"Being analyzed",analysis_done:"Analyzed",analysis_failed:"Analysis failed",analysis_skipped:"Not analyzed",gap_because:"No footage: {cause}",gap_not_running:"Home Assistant was not running, or recording was off",gap_connecting:"connecting to the camera",gap_disconnected:"the camera closed the connection",gap_unreachable:"camera unreachable",gap_authentication_failed:"wrong user or password",gap_stream_not_found:"stream not found",gap_too_many_connections:"the camera allowed no more connections",gap_stalled:"no picture arrived",gap_timestamps:"the camera's clock jumped",gap_stream_changed:"the camera's picture changed",gap_storage_unavailable:"storage not available",gap_clock_changed:"the clock was set forward",gap_deleted:"deleted to make room",gap_failed:"recording failed",gap_unknown:"cause unknown",why:"Why was I not told?",why_at:"Why was I not told at {time}?",why_told:"Somebody was found while it happened, and told.",why_future:"This moment is still to come.",why_no_footage:"There is no footage of this moment: {cause}.",why_unknown_time:"Nothing is known of this moment: the camera was set up later, or its history was deleted.",why_nobody_found:"The camera was looked at, and nobody was found who is sure enough ({confidence}) and large enough.",why_analysis_pending:"The recording waits for its analysis. Whoever is found in it is told then.",why_analysis_running:"The recording is being analyzed now.",why_analysis_failed:"The recording could not be analyzed.",why_analysis_skipped:"The recording was not to be analyzed: detection was off then.",why_not_watched:"The camera was not watched live at this moment: people are found later, in the recording.",why_told_late:"Found in the recording, not while it happened: too late for news.",why_in_no_zone:"Nobody who was there came into a zone: events of zones stay silent.",why_false_positive:"Somebody said of an appearance at this time that it is no person.",why_detection_off:"Detection is switched off for this camera now.",why_not_watching:"The camera is not watched live now.",why_masks:"What happens in an ignored area counts nowhere.",why_found_live:"found live",why_found_recorded:"found in the recording",why_height:"Height in the picture",why_analyze:"Analyze this recording again",why_ignored:"Ignored areas",zones:"Zones",zones_of:"Zones of {camera}",zones_hint:"A zone tells you who comes, goes and stays there. What happens in an ignored area counts nowhere: a street, a statue, a tree in the wind.",zones_empty:"Nothing is drawn yet: the whole picture counts.",add_zone:"Zone",add_mask:"Ignored area",new_zone:"Zone {number}",ignored_area:"Ignored area",draw_hint:"Tap the corners on the picture, one after the other.",draw_done:"Finish",draw_cancel:"Cancel",false_positive_hint:"Dashed: what was wrongly taken for a person.",edit_hint:"Drag the corners; tap + to add one.",zone_name:"Name",zone_dwell:"Report loitering after … seconds (0 = off)",corner:"Corner {number} of {name}",insert_corner:"Add a corner after corner {number}",remove_corner:"Remove corner",remove_shape:"Delete {name}",undo:"Undo",new_picture:"New picture",still_missing:"The camera gives no picture now. You can draw all the same.",save:"Save",saved:"Saved",save_failed:"This could not be saved: {code}",unsaved:"There are changes that are not saved.",discard:"Discard",keep_editing:"Keep editing",problem_few:"{name}: set at least three corners.",problem_crosses:"{name}: its outline crosses itself. Drag the corners apart.",problem_small:"{name} is too small.",problem_nameless:"Give this zone a name.",problem_same_name:"There are two zones called “{name}”.",refused_unauthorized:"Only administrators can change zones.",refused_not_found:"This camera was removed.",refused_not_loaded:"MyCamera is not running.",refused_invalid_format:"Home Assistant does not accept these zones.",too_many_shapes:"No more than {most} are possible.",persons_in_zone:"In zones",protect:"Protect from being deleted",unprotect:"No longer protect",protected:"Protected",protect_failed:"The protection could not be changed: {code}"};var V4={title:"MyCamera",menu:"打开侧边栏",live:"实时",live_of:"{camera} 实时画面",show_large:"放大显示 {camera}",back_to_wall:"全部摄像头",whole_picture:"完整画面",sound_on:"打开声音",sound_off:"关闭声音",open_timeline:"打开时间线",full_screen:"全屏",kiosk:"墙面显示",kiosk_hint:"整个屏幕只显示摄像头画面，壁挂平板可直接打开此视图的网址。",leave_kiosk:"退出墙面显示",persons:"人员",not_seen_yet:"未查看",any_confidence:"任意置信度",any_duration:"任意时长",zone:"区域",any_zone:"全部区域",hour_from:"从一天中的几点",hour_until:"到一天中的几点",all_seen:"全部标为已查看",visit_one:"{count} 人",visit_other:"{count} 人",visit_close:"收起",correct_caption:"修改描述",describe_again:"重新描述",describe_failed:"现在无法生成描述：{code}",no_person:"不是人",no_person_sure:"将从人员中移除，并连同图片保留为误报。录像不受影响。",no_person_ignore:"不是人，忽略此处…",delete_person:"删除",delete_person_sure:"永久删除此次出现及其图片？录像不受影响。",delete_for_good:"永久删除",delete_person_failed:"无法删除：{code}",keep:"保留",share:"分享",link_copied:"链接已复制。",share_failed:"无法分享。",source_by_hand:"人工编写",recordings:"录像",record_status:"录像状态",any_status:"全部录像",analysis:"分析",any_analysis:"任意分析状态",choose:"多选",choose_shown:"选择已显示的全部录像",choose_record:"选择 {camera} {time} 的录像",chosen_one:"已选 {count} 项",chosen_other:"已选 {count} 项",analyze_chosen:"分析",protect_chosen:"保护",queued_one:"正在分析 {count} 段录像",queued_other:"正在分析 {count} 段录像",day_view:"时间线",clips:"片段",clip:"截取片段",clip_from:"片段开始",clip_to:"片段结束",export:"导出",export_waiting:"等待中",export_hashing:"正在读取录像",export_writing:"正在写入视频",export_cancel:"取消导出 {camera}",export_delete:"删除片段 {name}",export_failed:"无法开始导出。",export_record:"说明文件",export_record_hint:"视频的来源：录像及其 SHA-256，以及缺失的时段。",no_exports:"还没有片段",no_exports_text:"在时间线上选择时段，或选择一位人员，然后导出。",day_line:"一天中的时间",day_none:"这一天没有录像",day_none_text:"请选择其他日期或摄像头。",day_summary:"已录像 {recorded}，{gaps}，{persons}",gaps_one:"{count} 处缺口",gaps_other:"{count} 处缺口",seen_one:"看到 {count} 人",seen_other:"看到 {count} 人",zoom_in:"放大",zoom_out:"缩小",previous_person:"上一位人员",next_person:"下一位人员",back_10:"后退 10 秒",forward_10:"前进 10 秒",pause:"暂停",speed:"速度",film_ended:"该摄像头暂时没有更晚的录像。",views:"视图",system:"系统",last_day_recorded:"过去 24 小时录像率",people_today:"今日人员",stream_fps:"每秒帧数",device:"设备",version:"版本",queue:"等待中",descriptions:"描述",database:"数据库",database_answers:"正常",size:"大小",since:"开始时间",storage:"存储",free:"可用空间",full_in:"预计写满",never_full:"不会写满：旧录像会腾出空间",days_one:"{count} 天后",days_other:"{count} 天后",folder:"文件夹",storage_good:"空间充足",storage_soon_full:"即将写满",storage_unknown:"尚不清楚",storage_advice:"请减少录像保留天数，或改用更大的磁盘。",advice_unreachable:"请检查摄像头的电源和网络，以及地址是否已改变。",advice_authentication_failed:"请重新输入摄像头的用户名和密码。",advice_stream_not_found:"请检查摄像头码流的路径。",advice_too_many_connections:"请关闭其他正在查看此摄像头的程序，或在设置中填写它支持的连接数。",advice_stalled:"摄像头有响应，但没有画面。MyCamera 会重新连接；若仍无画面，请重启摄像头。",advice_storage_unavailable:"请检查磁盘或网络文件夹是否存在且可写入。",advice_camera:"请检查摄像头及其设置。",advice_worker:"录像仍在继续，期间的录像稍后会被分析。请检查分析服务的设置。",worker_not_set_up_advice:"请设置分析服务，以便检测人员。",all_cameras:"全部摄像头",cameras:"摄像头",removed_camera:"已移除的摄像头",removed_named:"{name}（已移除）",removed:"已移除",left_behind:"{name} 已不再设置，留有 {records} 段录像（{size}）和 {persons} 条人员记录。",left_behind_delete:"全部删除…",left_behind_sure:"要永久删除这些录像、人员记录和图片吗？受保护的也会删除。",left_behind_yes:"永久删除",left_behind_no:"保留",left_behind_failed:"未能全部删除（{code}），可以再试一次。",date:"日期",previous_day:"前一天",next_day:"后一天",clear_day:"全部日期",search:"搜索描述",clear_search:"清除搜索",retry:"重试",close:"关闭",newer:"较新的人员",older:"较早的人员",loading:"正在加载",load_more:"加载更多",end_of_list:"没有更多记录",in_view_one:"画面中有 {count} 人",in_view_other:"画面中有 {count} 人",status_off:"录像已关闭",status_connecting:"正在连接",status_recording:"正在录像",status_unreachable:"无法连接摄像头",status_authentication_failed:"用户名或密码错误",status_stream_not_found:"找不到码流",status_too_many_connections:"连接数过多",status_stalled:"没有收到画面",status_storage_unavailable:"存储不可用",not_watching:"未在检测人员",worker_not_set_up:"尚未设置分析服务：只录像，不检测人员",worker_starting:"分析服务正在启动",worker_connected:"分析服务运行中",worker_disconnected:"分析服务已断开",worker_failed:"分析服务出错",worker_overloaded:"分析服务过载",worker_overloaded_advice:"部分实时画面未被检测。请降低摄像头的检测频率，改用更小的子码流或更小的检测模型，或让分析服务运行在更快的机器上。",minutes_behind_one:"落后 {count} 分钟",minutes_behind_other:"落后 {count} 分钟",pending_analyses_one:"{count} 段录像待分析",pending_analyses_other:"{count} 段录像待分析",pending_captions_one:"{count} 条描述待生成",pending_captions_other:"{count} 条描述待生成",database_down:"数据库不可用",database_down_text:"录像仍在继续，期间发生的事件会在数据库恢复后写入；在此之前无法显示以前的记录。",database_waiting_one:"录像仍在继续，{count} 条记录等待写入。",database_waiting_other:"录像仍在继续，{count} 条记录等待写入。",not_loaded:"MyCamera 未运行",not_loaded_text:"集成正在启动、已被禁用或无法完成设置。",connection_lost:"无法连接 Home Assistant",connection_lost_text:"连接恢复后列表会继续更新。",load_failed:"无法加载",load_failed_text:"Home Assistant 返回：{code}",step_no_camera:"还没有摄像头",step_no_camera_text:"添加第一个摄像头：MyCamera 会询问其地址、进行测试，并立即开始录像。",step_add_camera:"添加摄像头",step_no_permission:"没有可查看的摄像头",step_no_permission_text:"尚未添加摄像头，或您无权查看。管理员可以通过摄像头实体授予您查看权限。",step_no_worker:"尚未检测人员",step_no_worker_text:"摄像头正在录像，但需要分析服务才能发现人员。此前的录像会在之后补做分析。",step_add_worker:"设置分析服务",step_worker_away:"目前未检测人员",step_worker_away_text:"无法连接分析服务。录像照常进行，期间的录像稍后再分析。",step_away:"目前没有摄像头传来画面",step_away_text:"只要有一个摄像头恢复连接，人员就会出现在这里。",step_detection_off:"检测已关闭",step_detection_off_text:"所有摄像头的检测都已关闭。打开摄像头的检测开关即可发现人员。",step_wait:"还没有看到人",step_wait_text:"摄像头一旦看到有人，图片和描述就会出现在这里。",step_system:"查看问题所在",add_camera:"前往设置",no_matches:"没有匹配的记录",no_matches_text:"此摄像头、日期和文字没有对应的记录。",clear_filters:"清除筛选",no_recordings:"还没有录像",no_recordings_text:"摄像头的第一分钟视频录完后会显示在这里。",confidence:"置信度",duration:"时长",seen:"时间",camera:"摄像头",description_by:"描述来源",source_factual:"根据移动轨迹",source_model:"由 {model} 生成",caption_pending:"正在生成描述",no_caption:"没有描述",picture_of:"人员图片，{camera}，{time}",picture_missing:"图片不可用",recording:"录像",recording_missing:"没有此时刻的录像。",live_picture:"摄像头实时画面",recording_writing:"这一分钟仍在录制，录完后即可播放。",linked_missing:"历史记录中已没有此人员。",recording_unplayable:"此浏览器无法播放该录像（{codec}）。",recording_failed:"无法加载录像。",download:"下载",full_picture:"打开图片",play:"播放",play_recording:"播放录像：{camera}，{time}",record_success:"完整",record_failed:"失败",record_incomplete:"不完整",record_timeout:"摄像头停止发送画面",analysis_pending:"等待分析",analysis_running:"正在分析",analysis_done:"已分析",analysis_failed:"分析失败",analysis_skipped:"未分析",gap_because:"没有录像：{cause}",gap_not_running:"Home Assistant 未运行或录像已关闭",gap_connecting:"正在连接摄像头",gap_disconnected:"摄像头断开了连接",gap_unreachable:"无法连接摄像头",gap_authentication_failed:"用户名或密码错误",gap_stream_not_found:"找不到码流",gap_too_many_connections:"摄像头不允许更多连接",gap_stalled:"没有收到画面",gap_timestamps:"摄像头时钟跳变",gap_stream_changed:"摄像头的编码或分辨率已改变",gap_storage_unavailable:"存储不可用",gap_clock_changed:"系统时钟被调快",gap_deleted:"为腾出空间已删除",gap_failed:"录像失败",gap_unknown:"原因不明",why:"为什么没有通知我？",why_at:"{time} 为什么没有通知我？",why_told:"当时已发现有人并发出通知。",why_future:"这一时刻尚未到来。",why_no_footage:"这一时刻没有录像：{cause}。",why_unknown_time:"没有这一时刻的任何记录：摄像头当时尚未添加，或其历史已被删除。",why_nobody_found:"已查看画面，未发现置信度（{confidence}）和大小都足够的人。",why_analysis_pending:"录像正在等待分析，分析后会告知其中的人员。",why_analysis_running:"正在分析录像。",why_analysis_failed:"录像分析失败。",why_analysis_skipped:"录像未分析：当时检测已关闭。",why_not_watched:"当时没有实时查看此摄像头：人员要稍后在录像中才会被发现。",why_told_late:"是在录像中而非当时发现的，已不算新消息。",why_in_no_zone:"在场的人没有进入任何区域，因此不会触发区域事件。",why_false_positive:"有用户指出这段时间的一次出现不是人。",why_detection_off:"此摄像头的检测目前已关闭。",why_not_watching:"目前没有实时查看此摄像头。",why_masks:"忽略区域内发生的一切都不计入。",why_found_live:"实时发现",why_found_recorded:"在录像中发现",why_height:"画面中的高度",why_analyze:"重新分析这段录像",why_ignored:"忽略区域",zones:"区域",zones_of:"{camera} 的区域",zones_hint:"有人进入、离开区域或在其中停留时会通知您。忽略区内的一切都不计入，例如街道、雕像、随风摇动的树。",zones_empty:"尚未绘制区域，整个画面都有效。",add_zone:"区域",add_mask:"忽略区",new_zone:"区域 {number}",ignored_area:"忽略区",draw_hint:"在画面上依次点按各个顶点。",draw_done:"完成",draw_cancel:"取消",false_positive_hint:"虚线：曾被误认为人的地方。",edit_hint:"拖动顶点；点按 + 添加顶点。",zone_name:"名称",zone_dwell:"停留多少秒后触发“停留”事件（0 = 不触发）",corner:"{name} 的第 {number} 个顶点",insert_corner:"在第 {number} 个顶点后添加顶点",remove_corner:"移除顶点",remove_shape:"删除“{name}”",undo:"撤销",new_picture:"刷新画面",still_missing:"摄像头现在没有画面，仍可绘制。",save:"保存",saved:"已保存",save_failed:"无法保存：{code}",unsaved:"有尚未保存的更改。",discard:"放弃",keep_editing:"继续编辑",problem_few:"{name}：至少需要三个顶点。",problem_crosses:"{name}：边线自相交叉，请把顶点拉开。",problem_small:"“{name}”太小。",problem_nameless:"请为此区域命名。",problem_same_name:"有两个区域都叫“{name}”。",refused_unauthorized:"只有管理员可以更改区域。",refused_not_found:"此摄像头已被移除。",refused_not_loaded:"MyCamera 未运行。",refused_invalid_format:"Home Assistant 不接受这些区域。",too_many_shapes:"最多只能有 {most} 个。",persons_in_zone:"所在区域",protect:"防止被删除",unprotect:"取消保护",protected:"已保护",protect_failed:"无法更改保护状态：{code}"};function J5(M){return/^zh(-|$)/i.test(M)}function L4(M){let L=J5(M)?V4:H0;return(C,H={})=>L[C].replace(/\{(\w+)\}/g,(V,e)=>Object.hasOwn(H,e)?String(H[e]):V)}function P(M,L,C,H){let V=new Intl.PluralRules(J5(L)?"zh":"en").select(H);return M(V==="one"?`${C}_one`:`${C}_other`,{count:H})}function L1(M,L,C){return M(Object.hasOwn(H0,L)?L:C)}function r4(M,L){return{hass:M,localize:L4(M.language),formats:_0(M),overview:L}}function e1(M,L){let C=M.overview?.cameras.find(V=>V.camera_id===L);if(C)return C.name;let H=M.overview?.removed_cameras.find(V=>V.camera_id===L);return H?M.localize("removed_named",{name:H.name}):M.overview?M.localize("removed_camera"):""}function y1(M,L){let C=[{text:L.caption??"",lang:"en"},{text:L.caption_zh??"",lang:"zh-Hans"}];return J5(M.hass.language)&&C.reverse(),C.filter(H=>H.text!=="")}function C3(M,L){if(!L.caption_source)return"";if(L.caption_source==="by_hand")return M.localize("source_by_hand");if(L.caption_source==="factual")return M.localize("source_factual");let C=L.caption_source.split(/[\\/]/).filter(Boolean).at(-1)??L.caption_source;return M.localize("source_model",{model:C})}function i2(M){return Math.max(0,(Date.parse(M.last_seen)-Date.parse(M.first_seen))/1e3)}function e4(M){return M.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}function M4(M,L){let C=e4(M),H=V=>{for(let e=C.indexOf(V);e>=0;e=C.indexOf(V,e+1))if(/^\p{Script=Han}/u.test(V)||!/[\p{L}\p{N}]$/u.test(C.slice(0,e)))return!0;return!1};return e4(L).split(/\s+/).filter(Boolean).every(H)}var k=M=>L=>{customElements.get(M)||customElements.define(M,L)};function t4(M){return M.connection.sendMessagePromise({type:"mycamera/exports"})}async function H3(M,L,C,H){let V=await M.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:L,since:new Date(C).toISOString(),until:new Date(H).toISOString()},{resubscribe:!1});await Promise.resolve(V()).catch(()=>{})}function i4(M,L,C){return M.connection.subscribeMessage(C,{type:"mycamera/follow_export",export_id:L},{resubscribe:!1})}function o4(M,L){return M.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:L})}function a4(M,L){return M.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:L})}function S(M){return o`<svg viewBox="0 0 24 24" aria-hidden="true">${F1`<path d=${M}></path>`}</svg>`}var p1=O`
  .message {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 8px;
    min-block-size: 280px;
    padding: 32px 24px;
    text-align: center;
    max-inline-size: 460px;
    margin-inline: auto;
  }
  .message svg {
    inline-size: 56px;
    block-size: 56px;
    color: var(--mc-text-2);
    opacity: 0.7;
  }
  .message.bad svg {
    color: var(--mc-bad);
    opacity: 1;
  }
  .message h2 {
    font-size: 20px;
    font-weight: 400;
  }
  .message p {
    color: var(--mc-text-2);
  }
  .message .text-button {
    margin-block-start: 8px;
  }
`;function N(M){return o`<div class="message ${M.bad?"bad":""}" role=${M.bad?"alert":"status"}>
    ${S(M.icon)}
    <h2>${M.heading}</h2>
    <p>${M.text}</p>
    ${M.action??p}
  </div>`}function E(M,L){let{localize:C}=M;return L==="database_unavailable"?{heading:C("database_down"),text:C("database_down_text")}:L==="not_loaded"||L==="unknown_command"?{heading:C("not_loaded"),text:C("not_loaded_text")}:L==="connection_lost"?{heading:C("connection_lost"),text:C("connection_lost_text")}:{heading:C("load_failed"),text:C("load_failed_text",{code:L})}}function O2(M,L,C){return L==="gone"?M.localize("recording_missing"):L==="failed"?M.localize("recording_failed"):M.localize("recording_unplayable",{codec:C??"?"})}function Q1(M,L){return L1(M.localize,`gap_${L}`,"gap_unknown")}var _=O`
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
`;var V3,A4,w1=class extends b{constructor(){super(...arguments);x(this,V3);this.cameraId="";this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:C,formats:H}=this.context,{from:V,to:e}=this.range,r=H.range(new Date(V).toISOString(),new Date(e).toISOString());return o`<output>${r} · ${H.duration((e-V)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{t(this,V3,A4).call(this)}}>
        ${S(E5)} ${C("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${C("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${S(j)}
      </button>
      ${this.failed===null?p:o`<p role="alert">${this.failed}</p>`}`}};V3=new WeakSet,A4=async function(){this.busy=!0;try{await H3(this.context.hass,this.cameraId,this.range.from,this.range.to),this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(C){this.failed=E(this.context,T(C)).text}finally{this.busy=!1}},w1.styles=[_,O`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding-block: 8px;
      }
      output {
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      p {
        inline-size: 100%;
        text-align: center;
        color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
      }
    `],A([c({attribute:!1})],w1.prototype,"context",2),A([c({attribute:!1})],w1.prototype,"cameraId",2),A([c({attribute:!1})],w1.prototype,"range",2),A([s()],w1.prototype,"busy",2),A([s()],w1.prototype,"failed",2),w1=A([k("mycamera-clip-bar")],w1);var b2=1e3,A1,V0,L0,n4,e0,K1=class extends b{constructor(){super(...arguments);x(this,A1);this.view={from:0,to:1};this.range={from:0,to:1}}render(){let{view:C,range:H}=this,V=i=>(i-C.from)/(C.to-C.from)*100,e=Math.max(0,V(H.from)),r=Math.min(100,V(H.to));return o`${r>e?o`<div class="part" style="left: ${e}%; width: ${r-e}%"></div>`:p}${t(this,A1,e0).call(this,"from",V(H.from))}${t(this,A1,e0).call(this,"to",V(H.to))}`}};A1=new WeakSet,V0=function(C,H){let{from:V,to:e}=this.range,r=C==="from"?{from:Math.min(H,e-b2),to:e}:{from:V,to:Math.max(H,V+b2)};this.dispatchEvent(new CustomEvent("mycamera-range",{detail:r}))},L0=function(C,H){H.stopPropagation();let V=H.target;if(H.type==="pointerdown"&&V.setPointerCapture(H.pointerId),!V.hasPointerCapture(H.pointerId))return;let{left:e,width:r}=this.getBoundingClientRect(),i=Math.min(1,Math.max(0,(H.clientX-e)/Math.max(1,r)));t(this,A1,V0).call(this,C,this.view.from+i*(this.view.to-this.view.from))},n4=function(C,H){let V={ArrowLeft:-1,ArrowRight:1,PageDown:-10,PageUp:10}[H.key];V!==void 0&&(H.preventDefault(),H.stopPropagation(),t(this,A1,V0).call(this,C,this.range[C]+V*b2))},e0=function(C,H){let{localize:V,formats:e}=this.context,{view:r,range:i}=this;if(H<0||H>100)return p;let a=new Date(i[C]).toISOString();return o`<div
      class="handle ${C}"
      style="left: ${H}%"
      role="slider"
      tabindex="0"
      aria-label=${V(C==="from"?"clip_from":"clip_to")}
      aria-valuemin=${Math.round(r.from/b2)}
      aria-valuemax=${Math.round(r.to/b2)}
      aria-valuenow=${Math.round(i[C]/b2)}
      aria-valuetext=${e.timeSeconds(a)}
      @pointerdown=${d=>t(this,A1,L0).call(this,C,d)}
      @pointermove=${d=>t(this,A1,L0).call(this,C,d)}
      @pointerup=${d=>d.stopPropagation()}
      @keydown=${d=>t(this,A1,n4).call(this,C,d)}
    ></div>`},K1.styles=[_,O`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      .part {
        position: absolute;
        inset-block: 0;
        background: color-mix(in srgb, var(--mc-good) 30%, transparent);
        border-block: 2px solid var(--mc-good);
      }
      .handle {
        position: absolute;
        inset-block: 0;
        inline-size: 28px;
        margin-inline-start: -14px;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
      }
      .handle::after {
        content: "";
        position: absolute;
        inset-block: 0;
        inset-inline-start: 11px;
        inline-size: 6px;
        border-radius: 3px;
        background: var(--mc-good);
      }
      .handle:focus-visible {
        outline-offset: -4px;
      }
    `],A([c({attribute:!1})],K1.prototype,"context",2),A([c({attribute:!1})],K1.prototype,"view",2),A([c({attribute:!1})],K1.prototype,"range",2),K1=A([k("mycamera-clip-range")],K1);var d4=O`
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
`;var v8=[1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function r0(M,L,C,H){let V=Math.min(L.to-L.from,Math.max(6e4,(M.to-M.from)*C)),e=(H-M.from)/(M.to-M.from);return V5({from:H-e*V,to:H+(1-e)*V},L)}function V5(M,L){let C=Math.min(M.to-M.from,L.to-L.from),H=Math.min(Math.max(M.from,L.from),L.to-C);return{from:H,to:H+C}}function M0(M,L,C){let H=M.to-M.from;return C>=M.from&&C<=M.to-H/10?M:V5({from:C-H/10,to:C+H*9/10},L)}function l4(M,L,C=70){let H=(M.to-M.from)*C/Math.max(1,L);return v8.find(V=>V>=H)??12*36e5}function p4(M,L){for(let[H,V]of M){if(L<H)return H;if(L<V)return L}let C=M.at(-1);return C?Math.max(C[0],C[1]-1e3):null}function m4(M,L,C){return(C===1?M.find(V=>V>L+1e3):M.findLast(V=>V<L-1e3))??null}var M1,s4,v4,x4,y2,Z1=class extends b{constructor(){super(...arguments);x(this,M1);this.why=null;this.failure=null;this.queued=null}willUpdate(C){(C.has("cameraId")||C.has("moment"))&&t(this,M1,s4).call(this)}render(){let{context:C,why:H}=this,{localize:V,formats:e}=C,r=e.timeSeconds(new Date(this.moment).toISOString());return o`<section aria-labelledby="title">
      <header>
        <h2 id="title">${V("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${V("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${S(j)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?p:o`<p role="alert">${E(C,this.failure).heading}</p>`}
        ${H===null?this.failure===null?o`<div class="spinner" role="progressbar" aria-label=${V("loading")}></div>`:p:t(this,M1,x4).call(this,H)}
      </div>
    </section>`}};M1=new WeakSet,s4=async function(){let{cameraId:C,moment:H}=this;this.why=this.failure=this.queued=null;try{let V=await q0(this.context.hass,C,H);this.cameraId===C&&this.moment===H&&(this.why=V)}catch(V){this.failure=T(V)}},v4=async function(C){try{this.queued=(await y5(this.context.hass,[C])).queued}catch(H){this.failure=T(H)}},x4=function(C){let{localize:H,formats:V,hass:e}=this.context,r={confidence:V.percent(C.min_confidence),height:V.percent(C.min_height),cause:C.gap_cause===null?"":Q1(this.context,C.gap_cause),zones:C.zones.join(" · "),error:C.analysis_error??""},i=a=>L1(H,`why_${a}`,"why_nobody_found").replace(/\{(\w+)\}/g,(v,n)=>r[n]??"");return o`
      ${C.reasons.length===0?o`<p class="reason">${S(r7)} ${H("why_told")}</p>`:C.reasons.map(a=>o`<p class="reason">${S(P5)} ${i(a)}</p>`)}
      ${C.analysis_error?o`<p class="error" dir="auto">${C.analysis_error}</p>`:p}
      ${C.persons.map(a=>o`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:a}))}
        >
          ${[V.timeSeconds(a.first_seen),V.percent(a.confidence),H(a.found_live?"why_found_live":"why_found_recorded"),(a.zones??[]).join(", "),y1(this.context,a)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${t(this,M1,y2).call(this,H("confidence"),`≥ ${r.confidence}`)}
        ${C.min_height>0?t(this,M1,y2).call(this,H("why_height"),`≥ ${r.height}`):p}
        ${C.zones.length>0?t(this,M1,y2).call(this,H("zones"),r.zones):p}
        ${C.masks>0?t(this,M1,y2).call(this,H("why_ignored"),String(C.masks)):p}
        ${C.analysis_status===null?p:t(this,M1,y2).call(this,H("analysis"),H(`analysis_${C.analysis_status}`))}
      </dl>
      ${this.queued!==null?o`<p role="status">${P(H,e.language,"queued",this.queued)}</p>`:C.record_id!==null&&e.user?.is_admin&&C.persons.length===0?o`<button class="text-button" @click=${()=>{t(this,M1,v4).call(this,C.record_id??0)}}>
                ${H("why_analyze")}
              </button>`:p}
    `},y2=function(C,H){return o`<div>
      <dt>${C}</dt>
      <dd dir="auto">${H}</dd>
    </div>`},Z1.styles=[_,O`
      section {
        display: grid;
        gap: 8px;
        margin-block: 12px;
        padding: 12px 16px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: var(--mc-radius);
      }
      header {
        display: flex;
        align-items: center;
      }
      h2 {
        flex: 1;
        font-size: 16px;
        font-weight: 500;
      }
      .reason {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-block: 4px;
      }
      .reason svg {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        color: var(--mc-text-2);
      }
      .error {
        color: var(--mc-bad);
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 32px;
        margin: 8px 0 0;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
      }
    `],A([c({attribute:!1})],Z1.prototype,"context",2),A([c({attribute:!1})],Z1.prototype,"cameraId",2),A([c({attribute:!1})],Z1.prototype,"moment",2),A([s()],Z1.prototype,"why",2),A([s()],Z1.prototype,"failure",2),A([s()],Z1.prototype,"queued",2),Z1=A([k("mycamera-why")],Z1);var x8=[.5,1,2,4,8,16],X=1e3,c8=15*X,u8=25,L5=60*X,S1,k2,o2,D1,a2,q1,M5,Z,t1,L3,e3,E1,r3,M3,t0,e5,c4,w2,r5,t3,i3,o3,a3,A3,u4,Z4,S4,h4,f4,g4,W=class extends b{constructor(){super(...arguments);x(this,Z);this.cameraId=null;this.day="";this.start=null;this.data=null;this.failure=null;this.view={from:0,to:1};this.width=0;this.moment=null;this.playing=!1;this.speed=1;this.problem=null;this.clip=null;this.asked=null;x(this,S1,null);x(this,k2,"");x(this,o2,0);x(this,D1,!1);x(this,a2,null);x(this,q1);x(this,M5,new ResizeObserver(([C])=>{this.width=C?.contentRect.width??0}));x(this,t3,C=>{C.button===0&&(h(this,D1,!0),this.line?.setPointerCapture(C.pointerId),this.moment=t(this,Z,r5).call(this,C))});x(this,i3,C=>{l(this,D1)&&(this.moment=t(this,Z,r5).call(this,C))});x(this,o3,C=>{if(!l(this,D1))return;h(this,D1,!1);let H=t(this,Z,r5).call(this,C);t(this,Z,E1).call(this,H),h(this,a2,H),this.asked!==null&&(this.asked=H)});x(this,a3,C=>{C.preventDefault();let H=this.view.to-this.view.from;if(C.shiftKey||Math.abs(C.deltaX)>Math.abs(C.deltaY)){let V=(C.deltaX||C.deltaY)/Math.max(1,this.width)*H;this.view=r0({from:this.view.from+V,to:this.view.to+V},t(this,Z,t1).call(this),1,this.view.from+V)}else t(this,Z,w2).call(this,C.deltaY>0?1.25:.8,t(this,Z,r5).call(this,C))});x(this,A3,C=>{let H={ArrowLeft:-10*X,ArrowRight:10*X,PageDown:-300*X,PageUp:300*X},{from:V,to:e}=t(this,Z,t1).call(this);if(C.key in H)t(this,Z,M3).call(this,H[C.key]??0);else if(C.key==="Home")t(this,Z,E1).call(this,V);else if(C.key==="End")t(this,Z,E1).call(this,e);else if(C.key===" "||C.key==="k")t(this,Z,r3).call(this);else if(C.key==="+")t(this,Z,w2).call(this,.5);else if(C.key==="-")t(this,Z,w2).call(this,2);else if(C.key==="n")t(this,Z,e5).call(this,1);else if(C.key==="p")t(this,Z,e5).call(this,-1);else if(C.key===",")t(this,Z,t0).call(this,-1);else if(C.key===".")t(this,Z,t0).call(this,1);else return;C.preventDefault()})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(l(this,q1)),h(this,q1,void 0),l(this,M5).disconnect(),t(this,Z,e3).call(this)}willUpdate(C){if(C.has("cameraId")||C.has("day")){let H=!C.has("day")&&this.moment!==null,{from:V,to:e}=t(this,Z,t1).call(this);H||(this.moment=this.start!==null&&this.start>=V&&this.start<e?this.start:null,this.view={from:V,to:e}),this.data=null,this.clip=null,this.asked=null,this.problem=null,t(this,Z,e3).call(this),t(this,Z,L3).call(this)}}updated(){this.line&&l(this,M5).observe(this.line),this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}recorded(C){C!==this.cameraId||Date.now()>t(this,Z,t1).call(this).to||l(this,q1)!==void 0||h(this,q1,window.setTimeout(()=>{h(this,q1,void 0),t(this,Z,L3).call(this)},c8))}render(){let{context:C,data:H}=this,{localize:V}=C;return this.failure!==null&&H===null?N({icon:a1,bad:!0,...E(C,this.failure),action:o`<button class="text-button" @click=${()=>{t(this,Z,L3).call(this)}}>${V("retry")}</button>`}):H===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${V("loading")}></div>
      </div>`:H.spans.length===0?N({icon:f2,heading:V("day_none"),text:V("day_none_text")}):o`<div class="player">
        <video
          playsinline
          muted
          aria-label=${e1(C,this.cameraId??"")}
          @play=${()=>{this.playing=!0}}
          @pause=${()=>{this.playing=!1}}
          @click=${()=>{t(this,Z,r3).call(this)}}
        ></video>
        ${t(this,Z,u4).call(this)}
      </div>
      ${t(this,Z,Z4).call(this)} ${t(this,Z,S4).call(this,H)} ${t(this,Z,h4).call(this,H)}`}};S1=new WeakMap,k2=new WeakMap,o2=new WeakMap,D1=new WeakMap,a2=new WeakMap,q1=new WeakMap,M5=new WeakMap,Z=new WeakSet,t1=function(){let{since:C,until:H}=W3(this.day,this.context.formats.timeZone);return{from:Date.parse(C),to:Date.parse(H)}},L3=async function(){if(this.cameraId===null)return;h(this,o2,l(this,o2)+1);let C=l(this,o2),{since:H,until:V}=W3(this.day,this.context.formats.timeZone);try{let e=await F0(this.context.hass,this.cameraId,H,V);if(C!==l(this,o2))return;this.data=e,this.failure=null,this.moment!==null&&l(this,S1)===null&&t(this,Z,E1).call(this,this.moment)}catch(e){C===l(this,o2)&&(this.failure=T(e))}},e3=function(){l(this,S1)?.close(),h(this,S1,null),h(this,k2,"")},E1=async function(C){h(this,a2,null);let H=p4(this.data?.spans??[],C);if(H===null||this.cameraId===null)return;this.moment=H,this.problem=null,this.view=M0(this.view,t(this,Z,t1).call(this),H),await this.updateComplete;let V=this.cameraId,{Film:e,filmsPlay:r}=await import("./film-FOD5UJJH.js");if(!(!this.video||V!==this.cameraId||!this.isConnected)){if(!r()){this.problem="unplayable";return}(l(this,S1)===null||l(this,k2)!==V)&&(t(this,Z,e3).call(this),h(this,k2,V),h(this,S1,new e(this.video,this.context.hass,V,{at:i=>{l(this,D1)||(this.playing&&h(this,a2,null),this.moment=i,this.view=M0(this.view,t(this,Z,t1).call(this),i))},ended:i=>{let a=(this.data?.spans??[]).find(([d])=>d>=i);a?t(this,Z,E1).call(this,a[0]):this.problem="ended"},failed:i=>{this.problem=i}}))),await l(this,S1).seek(H)}},r3=async function(){if(this.playing){this.video?.pause();return}l(this,S1)===null&&await t(this,Z,E1).call(this,this.moment??this.data?.spans[0]?.[0]??0),await this.video?.play().catch(()=>{})},M3=function(C){let{from:H,to:V}=t(this,Z,t1).call(this),e=Math.min(V,Math.max(H,(this.moment??this.data?.spans[0]?.[0]??H)+C)),r=(this.data?.spans??[]).findLast(([a])=>a<=e),i=C<0&&r!==void 0&&e>=r[1];t(this,Z,E1).call(this,i?r[1]-2*X:e)},t0=function(C){let{video:H}=this;!H||l(this,S1)===null||(H.pause(),H.currentTime=Math.max(0,H.currentTime+C/u8))},e5=function(C){let H=(this.data?.persons??[]).map(e=>Date.parse(e.first_seen)),V=m4(H,this.moment??t(this,Z,t1).call(this).from,C);V!==null&&t(this,Z,E1).call(this,V)},c4=function(){if(this.clip){this.clip=null;return}let C=t(this,Z,t1).call(this),H=this.moment??this.data?.spans[0]?.[0]??C.from,V=this.moment===null?H:H-L5/2,e=V5({from:V,to:V+L5},C);this.clip=e,this.view.to-this.view.from>20*L5&&(this.view=V5({from:H-5*L5,to:H+5*L5},C))},w2=function(C,H=this.moment??(this.view.from+this.view.to)/2){this.view=r0(this.view,t(this,Z,t1).call(this),C,H)},r5=function(C){let H=this.line?.getBoundingClientRect();if(!H?.width)return this.view.from;let V=Math.min(1,Math.max(0,(C.clientX-H.left)/H.width));return this.view.from+V*(this.view.to-this.view.from)},t3=new WeakMap,i3=new WeakMap,o3=new WeakMap,a3=new WeakMap,A3=new WeakMap,u4=function(){let{context:C,problem:H}=this;if(H===null)return p;let V=H==="ended"?C.localize("film_ended"):O2(C,H,null);return o`<p class="problem" role="alert">${V}</p>`},Z4=function(){let{localize:C,formats:H}=this.context,V=(e,r,i)=>o`<button
      class="icon-button"
      aria-label=${r}
      title=${r}
      @click=${i}
    >
      ${S(e)}
    </button>`;return o`<div class="controls">
      ${V(j0,C("previous_person"),()=>t(this,Z,e5).call(this,-1))}
      ${V(k7,C("back_10"),()=>t(this,Z,M3).call(this,-10*X))}
      ${V(this.playing?O7:D5,C(this.playing?"pause":"play"),()=>{t(this,Z,r3).call(this)})}
      ${V(l7,C("forward_10"),()=>t(this,Z,M3).call(this,10*X))}
      ${V(X0,C("next_person"),()=>t(this,Z,e5).call(this,1))}
      <output class="clock">${this.moment===null?"":H.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${C("speed")}
        @change=${e=>{this.speed=Number(e.target.value)}}
      >
        ${x8.map(e=>o`<option value=${e} ?selected=${e===this.speed}>${e}×</option>`)}
      </select>
      ${V(R5,C("zoom_out"),()=>t(this,Z,w2).call(this,2))}
      ${V(h7,C("zoom_in"),()=>t(this,Z,w2).call(this,.5))}
      ${V(o7,C("clip"),()=>t(this,Z,c4).call(this))}
      ${V(P5,C("why"),()=>{let e=Math.min(Date.now(),t(this,Z,t1).call(this).to-1);this.asked=this.asked===null?l(this,a2)??this.moment??e:null})}
    </div>`},S4=function(C){let{context:H,view:V}=this,{localize:e,formats:r}=H,i=w=>new Date(w).toISOString(),a=V.to-V.from,d=(w,V2)=>{let w0=Math.max(0,(w-V.from)/a),L8=Math.min(1,(V2-V.from)/a);return`left: ${(w0*100).toFixed(4)}%; width: ${(Math.max(0,L8-w0)*100).toFixed(4)}%`},v=(w,V2)=>V2>V.from&&w<V.to,n=l4(V,this.width),{from:g}=t(this,Z,t1).call(this),f=[];for(let w=g+Math.ceil((V.from-g)/n)*n;w<V.to;w+=n)f.push(w);let B=w=>n<60*X?r.timeSeconds(i(w)):r.time(i(w)),{from:V1,to:Y}=t(this,Z,t1).call(this);return o`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label=${e("day_line")}
      aria-valuemin=${Math.round(V1/X)}
      aria-valuemax=${Math.round(Y/X)}
      aria-valuenow=${Math.round((this.moment??V1)/X)}
      aria-valuetext=${r.timeSeconds(i(this.moment??V1))}
      @pointerdown=${l(this,t3)}
      @pointermove=${l(this,i3)}
      @pointerup=${l(this,o3)}
      @pointercancel=${()=>{h(this,D1,!1)}}
      @wheel=${{handleEvent:l(this,a3),passive:!1}}
      @keydown=${l(this,A3)}
    >
      ${C.spans.filter(([w,V2])=>v(w,V2)).map(([w,V2])=>o`<span class="span" style=${d(w,V2)}></span>`)}
      ${C.gaps.filter(w=>v(Date.parse(w.start),Date.parse(w.end))).map(w=>o`<span
            class="gap"
            style=${d(Date.parse(w.start),Date.parse(w.end))}
            title=${`${r.range(w.start,w.end)}
${e("gap_because",{cause:Q1(H,w.cause)})}`}
          ></span>`)}
      ${C.persons.filter(w=>v(Date.parse(w.first_seen),Date.parse(w.last_seen)+X)).map(w=>o`<span
            class="person"
            style=${d(Date.parse(w.first_seen),Date.parse(w.last_seen))}
            title=${`${r.timeSeconds(w.first_seen)}
${y1(H,w)[0]?.text??""}`}
          ></span>`)}
      ${f.map(w=>o`<span class="mark" style=${d(w,w)}><span>${B(w)}</span></span>`)}
      ${this.moment===null||!v(this.moment,this.moment)?p:o`<span class="head" style=${d(this.moment,this.moment)}></span>`}
      ${this.clip===null?p:o`<mycamera-clip-range
              .context=${H}
              .view=${V}
              .range=${this.clip}
              @mycamera-range=${w=>{this.clip=w.detail}}
            ></mycamera-clip-range>`}
    </div>
    ${this.clip===null||this.cameraId===null?p:o`<mycamera-clip-bar
            .context=${H}
            .cameraId=${this.cameraId}
            .range=${this.clip}
            @mycamera-leave=${()=>{this.clip=null}}
          ></mycamera-clip-bar>`}`},h4=function(C){let{context:H}=this,{localize:V,formats:e,hass:r}=H,i=C.spans.reduce((d,[v,n])=>d+n-v,0)/X,a=t(this,Z,g4).call(this,C);return o`${t(this,Z,f4).call(this)}
      <p class="summary">
        ${V("day_summary",{recorded:e.duration(i),gaps:P(V,r.language,"gaps",C.gaps.length),persons:P(V,r.language,"seen",C.persons.length)})}
      </p>
      ${a.map(d=>o`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:d}))}
        >
          ${e.timeSeconds(d.first_seen)} ${y1(H,d)[0]?.text??""}
        </button>`)}`},f4=function(){return this.asked===null||this.cameraId===null?p:o`<mycamera-why
      .context=${this.context}
      .cameraId=${this.cameraId}
      .moment=${this.asked}
      @mycamera-open=${C=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C.detail}))}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},g4=function(C){let{moment:H}=this;return H===null?[]:C.persons.filter(V=>Date.parse(V.first_seen)-X<=H&&H<=Date.parse(V.last_seen)+X)},W.styles=[_,p1,d4],A([c({attribute:!1})],W.prototype,"context",2),A([c({attribute:!1})],W.prototype,"cameraId",2),A([c({attribute:!1})],W.prototype,"day",2),A([c({attribute:!1})],W.prototype,"start",2),A([s()],W.prototype,"data",2),A([s()],W.prototype,"failure",2),A([s()],W.prototype,"view",2),A([s()],W.prototype,"width",2),A([s()],W.prototype,"moment",2),A([s()],W.prototype,"playing",2),A([s()],W.prototype,"speed",2),A([s()],W.prototype,"problem",2),A([s()],W.prototype,"clip",2),A([s()],W.prototype,"asked",2),A([R("video")],W.prototype,"video",2),A([R(".line")],W.prototype,"line",2),W=A([k("mycamera-day")],W);var h1={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},_2=M=>(...L)=>({_$litDirective$:M,values:L}),j1=class{constructor(L){}get _$AU(){return this._$AM._$AU}_$AT(L,C,H){this._$Ct=L,this._$AM=C,this._$Ci=H}_$AS(L,C){return this.update(L,C)}update(L,C){return this.render(...C)}};var{I:Z8}=J7,O4=M=>M;var y4=M=>M.strings===void 0,b4=()=>document.createComment(""),T2=(M,L,C)=>{let H=M._$AA.parentNode,V=L===void 0?M._$AB:L._$AA;if(C===void 0){let e=H.insertBefore(b4(),V),r=H.insertBefore(b4(),V);C=new Z8(e,r,M,M.options)}else{let e=C._$AB.nextSibling,r=C._$AM,i=r!==M;if(i){let a;C._$AQ?.(M),C._$AM=M,C._$AP!==void 0&&(a=M._$AU)!==r._$AU&&C._$AP(a)}if(e!==V||i){let a=C._$AA;for(;a!==e;){let d=O4(a).nextSibling;O4(H).insertBefore(a,V),a=d}}}return C},X1=(M,L,C=M)=>(M._$AI(L,C),M),S8={},n3=(M,L=S8)=>M._$AH=L,w4=M=>M._$AH,d3=M=>{M._$AR(),M._$AA.remove()};var k4=(M,L,C)=>{let H=new Map;for(let V=L;V<=C;V++)H.set(M[V],V);return H},n1=_2(class extends j1{constructor(M){if(super(M),M.type!==h1.CHILD)throw Error("repeat() can only be used in text expressions")}dt(M,L,C){let H;C===void 0?C=L:L!==void 0&&(H=L);let V=[],e=[],r=0;for(let i of M)V[r]=H?H(i,r):r,e[r]=C(i,r),r++;return{values:e,keys:V}}render(M,L,C){return this.dt(M,L,C).values}update(M,[L,C,H]){let V=w4(M),{values:e,keys:r}=this.dt(L,C,H);if(!Array.isArray(V))return this.ut=r,e;let i=this.ut??=[],a=[],d,v,n=0,g=V.length-1,f=0,B=e.length-1;for(;n<=g&&f<=B;)if(V[n]===null)n++;else if(V[g]===null)g--;else if(i[n]===r[f])a[f]=X1(V[n],e[f]),n++,f++;else if(i[g]===r[B])a[B]=X1(V[g],e[B]),g--,B--;else if(i[n]===r[B])a[B]=X1(V[n],e[B]),T2(M,a[B+1],V[n]),n++,B--;else if(i[g]===r[f])a[f]=X1(V[g],e[f]),T2(M,V[n],V[g]),g--,f++;else if(d===void 0&&(d=k4(r,f,B),v=k4(i,n,g)),d.has(i[n]))if(d.has(i[g])){let V1=v.get(r[f]),Y=V1!==void 0?V[V1]:null;if(Y===null){let w=T2(M,V[n]);X1(w,e[f]),a[f]=w}else a[f]=X1(Y,e[f]),T2(M,V[n],Y),V[V1]=null;f++}else d3(V[g]),g--;else d3(V[n]),n++;for(;f<=B;){let V1=T2(M,a[B+1]);X1(V1,e[f]),a[f++]=V1}for(;n<=g;){let V1=V[n++];V1!==null&&d3(V1)}return this.ut=r,n3(M,a),J}});var _4=O`
  :host {
    display: block;
    padding-block-start: 12px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    overflow: hidden;
  }
  li {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 12px;
    padding: 12px 12px 12px 16px;
    padding-inline: 16px 12px;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
  }
  .texts {
    display: grid;
    gap: 4px;
    flex: 1 1 240px;
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--mc-text-2);
  }
  .missing {
    color: color-mix(in srgb, var(--mc-bad) 70%, var(--mc-text));
  }
  progress {
    inline-size: min(100%, 420px);
    block-size: 8px;
    accent-color: var(--mc-accent);
  }
  .films,
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-inline: 12px;
    border-radius: 18px;
    color: inherit;
    text-decoration: none;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .chip:hover {
    background: color-mix(in srgb, var(--mc-accent) 8%, var(--mc-surface));
  }
  .bad {
    border-color: var(--mc-bad);
  }
  .said {
    padding-block-end: 12px;
    color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
  }
`;var h8=2e8,m1,D,T4,P4,i0,B4,o0,$4,R4,F4,E4,f1=class extends b{constructor(){super(...arguments);x(this,D);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;x(this,m1,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let C of l(this,m1).values())C?.();l(this,m1).clear()}async load(){try{let{exports:C,running:H}=await t4(this.context.hass);this.exports=C,this.running=H,this.failure=null;for(let V of H)t(this,D,T4).call(this,V.export_id)}catch(C){this.failure=T(C)}}reconnected(){l(this,m1).clear(),this.load()}render(){let{context:C,exports:H,running:V}=this,{localize:e}=C;return H===null?this.failure===null?o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${e("loading")}></div>
        </div>`:N({icon:a1,bad:!0,...E(C,this.failure),action:o`<button class="text-button" @click=${()=>{this.load()}}>${e("retry")}</button>`}):H.length+V.length===0?o`${t(this,D,o0).call(this)}
      ${N({icon:F5,heading:e("no_exports"),text:e("no_exports_text")})}`:o`${t(this,D,o0).call(this)}
      <ul>
        ${n1(V,r=>r.export_id,r=>t(this,D,$4).call(this,r))}
        ${n1(H,r=>r.export_id,r=>t(this,D,R4).call(this,r))}
      </ul>`}};m1=new WeakMap,D=new WeakSet,T4=async function(C){if(!l(this,m1).has(C)){l(this,m1).set(C,null);try{let H=await i4(this.context.hass,C,V=>t(this,D,P4).call(this,C,V));l(this,m1).has(C)&&l(this,m1).set(C,H)}catch{l(this,m1).delete(C),this.load()}}},P4=function(C,H){let{state:V,percent:e}=H;V==="done"||V==="failed"?(l(this,m1).delete(C),H.error&&(this.said=H.error.message),this.load()):this.running=this.running.map(r=>r.export_id===C?{...r,state:V,percent:e}:r)},i0=async function(C){try{await C,this.said=""}catch(H){this.said=E(this.context,T(H)).heading}await this.load()},B4=async function(C){try{let H=await fetch(this.context.hass.hassUrl(C.url));if(!H.ok)throw new Error(String(H.status));let V=[new File([await H.blob()],C.name,{type:"video/mp4"})];await navigator.share({files:V})}catch(H){H instanceof DOMException&&H.name==="AbortError"||(this.said=this.context.localize("share_failed"))}},o0=function(){return this.said?o`<p class="said" role="alert">${this.said}</p>`:p},$4=function(C){let{context:H}=this,{localize:V,formats:e}=H,r=e1(H,C.camera_id);return o`<li>
      <div class="texts">
        <strong dir="auto">${r}</strong>
        <span>${e.range(C.since,C.until)}</span>
        <progress
          max="100"
          value=${C.percent}
          aria-label=${V(`export_${C.state}`)}
        ></progress>
        <span class="quiet">${V(`export_${C.state}`)} · ${e.percent(C.percent/100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${V("export_cancel",{camera:r})}
        @click=${()=>{t(this,D,i0).call(this,o4(H.hass,C.export_id))}}
      >
        ${S(j)}
      </button>
    </li>`},R4=function(C){let{context:H}=this,{localize:V,formats:e,hass:r}=H,i=C.missing.map(a=>`${e.range(a.start,a.end)}: ${Q1(H,a.cause)}`).join(`
`);return o`<li>
      <div class="texts">
        <strong dir="auto">${e1(H,C.camera_id)||C.name}</strong>
        <span>${e.day(C.since)===e.today()?p:o`${e.heading(e.day(C.since))} · `}${e.range(C.since,C.until)}</span>
        ${C.missing.length>0?o`<span class="missing" title=${i}>
                ${P(V,r.language,"gaps",C.missing.length)}
              </span>`:p}
        <span class="films">
          ${C.films.map(a=>t(this,D,F4).call(this,a))}
          <a class="chip" href=${r.hassUrl(C.record_url)} download=${C.record_name} title=${V("export_record_hint")}>
            ${S(p7)} ${V("export_record")}
          </a>
        </span>
      </div>
      ${t(this,D,E4).call(this,C)}
    </li>`},F4=function(C){let{localize:H,formats:V,hass:e}=this.context,r=`${V.duration(C.seconds)} · ${V.bytes(C.size)}`,i=navigator.share&&C.size<=h8;return o`<a class="chip" href=${e.hassUrl(C.url)} download=${C.name}>
        ${S(n7)} ${H("download")} <span class="quiet">${r}</span>
      </a>
      ${i?o`<button class="chip" @click=${()=>{t(this,D,B4).call(this,C)}}>
              ${S(z5)} ${H("share")}
            </button>`:p}`},E4=function(C){let{localize:H,hass:V}=this.context;return this.doomed!==C.export_id?o`<button
        class="icon-button"
        aria-label=${H("export_delete",{name:C.name})}
        @click=${()=>{this.doomed=C.export_id}}
      >
        ${S(Z2)}
      </button>`:o`<div class="sure" role="group" aria-label=${H("export_delete",{name:C.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,t(this,D,i0).call(this,a4(V,C.export_id))}}
      >
        ${H("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${H("left_behind_no")}
      </button>
    </div>`},f1.styles=[_,p1,_4],A([c({attribute:!1})],f1.prototype,"context",2),A([s()],f1.prototype,"exports",2),A([s()],f1.prototype,"running",2),A([s()],f1.prototype,"failure",2),A([s()],f1.prototype,"said",2),A([s()],f1.prototype,"doomed",2),f1=A([k("mycamera-exports")],f1);var f8={no_camera:u2,no_permission:Z7,no_worker:K2,worker_away:K2,away:u7,detection_off:d7,wait:c2},g8="/config/integrations/integration/mycamera";function O8({cameras:M,removed_cameras:L,worker:C},H){if(M.length===0&&L.length===0)return H?"no_camera":"no_permission";if(C.status==="not_set_up")return"no_worker";if(C.status==="failed"||C.status==="disconnected")return"worker_away";let V=M.filter(r=>r.detection_enabled);return M.length>0&&V.length===0?"detection_off":V.some(r=>r.watching||r.recording_status==="recording")||V.length===0?"wait":"away"}function l3(M,L,C){let{localize:H,hass:V}=M,e=V.user?.is_admin??!1,r=O8(L,e),i={icon:f8[r],heading:H(`step_${r}`),text:H(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let d=o`<button class="text-button" @click=${C}>${H("step_system")}</button>`;return N({...i,action:d})}return!e||r==="wait"?N(i):N({...i,action:o`<a class="text-button" href=${g8}>${H(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var p3,D4,k1=class extends b{constructor(){super(...arguments);x(this,p3);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(C){let H=C.get("camera");H&&H.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:C,formats:H}=this.context,{name:V,records:e,persons:r,bytes:i}=this.camera,a=(v,n)=>o`<button class="text-button" ?disabled=${this.busy} @click=${n}>${v}</button>`,d={name:V,records:String(e),persons:String(r),size:H.bytes(i)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?C("left_behind_sure"):C("left_behind",d)}</p>
      ${this.asking?o`${a(C("left_behind_no"),()=>{this.asking=!1})}
            ${a(C("left_behind_yes"),()=>{t(this,p3,D4).call(this)})}`:a(C("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?p:o`<p class="problem" role="alert">${C("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};p3=new WeakSet,D4=async function(){let{camera_id:C}=this.camera;this.busy=!0,this.failed=null;try{let H=await $0(this.context.hass,C);if(this.camera.camera_id!==C)return;H.records+H.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(H){this.camera.camera_id===C&&(this.failed=T(H))}finally{this.busy=!1,this.asking=!1}},k1.styles=[_,O`
      .left {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 16px;
        color: var(--mc-text-2);
      }
      .left p {
        margin: 0;
      }
      .problem {
        color: var(--mc-bad);
      }
    `],A([c({attribute:!1})],k1.prototype,"context",2),A([c({attribute:!1})],k1.prototype,"camera",2),A([s()],k1.prototype,"asking",2),A([s()],k1.prototype,"busy",2),A([s()],k1.prototype,"failed",2),k1=A([k("mycamera-left-behind")],k1);var z4="important",b8=" !"+z4,m3=_2(class extends j1{constructor(M){if(super(M),M.type!==h1.ATTRIBUTE||M.name!=="style"||M.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(M){return Object.keys(M).reduce((L,C)=>{let H=M[C];return H==null?L:L+`${C=C.includes("-")?C:C.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${H};`},"")}update(M,[L]){let{style:C}=M.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(L)),this.render(L);for(let H of this.ft)L[H]==null&&(this.ft.delete(H),H.includes("-")?C.removeProperty(H):C[H]=null);for(let H in L){let V=L[H];if(V!=null){this.ft.add(H);let e=typeof V=="string"&&V.endsWith(b8);H.includes("-")||e?C.setProperty(H,e?V.slice(0,-11):V,e?z4:""):C[H]=V}}return J}});function I4(M,L,C){let H=V=>M[V]+(L[V]-M[V])*C;return[H(0),H(1),H(2),H(3)]}var s3=class{#C=[];add(L,C){this.#C.push({time:L,persons:C}),this.#C.length>1&&(this.#C[0]?.time??0)<L-6e4&&this.#C.shift()}get newest(){return this.#C.at(-1)?.time??null}at(L){let C=this.#C.findLastIndex(r=>r.time<=L),H=this.#C[C],V=this.#C[C+1];if(!H||L-H.time>2e3)return[];if(!V||V.time-H.time>2e3)return H.persons;let e=(L-H.time)/(V.time-H.time);return H.persons.map(r=>{let i=V.persons.find(a=>a.track===r.track);return i?{track:r.track,box:I4(r.box,i.box,e)}:r})}};function N4(M,L){let C=M[0],H=M.at(-1);if(!C||!H||L<C[0]-.5||L>H[0]+.5)return null;let V=M.findLastIndex(([i])=>i<=L),e=M[V],r=M[V+1];return e?r?I4(e[1],r[1],(L-e[0])/Math.max(.001,r[0]-e[0])):e[1]:C[1]}var U4=1.7777777777777777,G4=260,Q4=600,W4=6;function K4(M,L,C,H){let V=Math.max(1,M),e={columns:1,rows:V},r=0;for(let i=1;i<=V;i+=1){let a=Math.ceil(V/i),d=(L-H*(i-1))/i,v=(C-H*(a-1))/a,n=Math.min(d,v*U4);n>r&&(r=n,e={columns:i,rows:a})}return e}function q4({columns:M,rows:L},C,H,V){let e=(C-V*(M-1))/M,r=(H-V*(L-1))/L;return Math.min(e,r*U4)<(C<Q4?C:G4)}function j4(M,L){return M<Q4?1:Math.max(1,Math.floor((M+L)/(G4+80+L)))}function X4(M,L){if(L!==null)return new Set([L]);let C=M.length<=W4?M:M.filter(H=>H.persons);return new Set(C.slice(0,W4).map(H=>H.camera_id))}var Y4=O`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 240px;
  }
  .over {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .over[popover] {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100dvh;
    margin: 0;
    border: 0;
    padding: 0;
    background: #000;
    color: #fff;
    cursor: none;
  }
  .over[popover].pointed {
    cursor: default;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    flex: none;
    padding-block-end: 8px;
    color: var(--mc-text-2);
  }
  .wall {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
  }
  .grid {
    display: grid;
    gap: 6px;
    min-block-size: 100%;
    justify-content: center;
    align-content: start;
  }
  .grid.one > :not([large]) {
    display: none;
  }
  .leave {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    z-index: 3;
    inline-size: 48px;
    block-size: 48px;
    color: #fff;
    background: rgba(0, 0, 0, 0.6);
    opacity: 0;
    transition: opacity 0.2s;
  }
  .pointed .leave,
  .leave:focus-visible {
    opacity: 1;
  }
  .lost {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 12px;
    z-index: 2;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 8px 16px;
    border-radius: 18px;
    color: #fff;
    background: rgba(0, 0, 0, 0.75);
  }
`,J4=O`
  :host {
    position: relative;
    display: block;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    color: #fff;
    background: #000;
    border-radius: min(var(--mc-radius), 10px);
  }
  :host([large]) {
    position: absolute;
    inset: 0;
    aspect-ratio: auto;
  }
  :host(:fullscreen) {
    border-radius: 0;
  }
  .stage,
  .picture,
  img,
  video,
  .boxes,
  .nothing,
  .cover {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .stage {
    overflow: hidden;
  }
  :host([large]) .stage {
    touch-action: none;
  }
  .stage:focus-visible {
    outline-offset: -3px;
  }
  .picture {
    transform-origin: 0 0;
  }
  img,
  video {
    object-fit: contain;
  }
  /* Not hidden: a browser draws no frames of what is not shown at all. */
  .waiting {
    opacity: 0;
  }
  .bad .picture {
    opacity: 0.4;
  }
  .boxes {
    fill: none;
    stroke: var(--mc-accent);
    stroke-width: 2px;
    pointer-events: none;
  }
  .boxes rect {
    vector-effect: non-scaling-stroke;
  }
  .nothing {
    display: grid;
    place-items: center;
    color: #bbb;
  }
  .cover:focus-visible {
    outline-offset: -3px;
  }
  .caption {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 24px 12px 8px;
    background: linear-gradient(transparent, rgba(0, 0, 0, 0.75));
    pointer-events: none;
    min-inline-size: 0;
  }
  .name {
    flex: 0 1 auto;
    font-weight: 500;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state,
  .persons {
    margin-inline-start: auto;
    flex: none;
    font-size: 13px;
    white-space: nowrap;
  }
  .persons {
    padding: 1px 10px;
    border-radius: 10px;
    color: #141414;
    background: rgba(255, 255, 255, 0.92);
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--mc-bad);
  }
  .dot.recording {
    background: var(--mc-good);
  }
  .dot.connecting {
    background: var(--mc-warn);
  }
  .dot.off {
    background: #bbb;
  }
  .controls {
    position: absolute;
    display: flex;
    gap: 4px;
    inset-block-start: 8px;
  }
  .controls.top {
    inset-inline-start: 8px;
  }
  .controls.end {
    inset-inline-end: 8px;
  }
  .controls .icon-button {
    inline-size: 44px;
    block-size: 44px;
    background: rgba(0, 0, 0, 0.55);
  }
  .controls .icon-button:hover:enabled {
    background: rgba(0, 0, 0, 0.8);
  }
`;var t5=class extends Error{},v3=class{constructor(L,C,H,V){this.video=L;this.hass=C;this.entityId=H;this.listener=V}#C=null;#H=0;#V=2e3;#e;#L;#r=0;#t=0;#M=!1;get moment(){return this.#C?.moment()??null}async open(){this.#i();let L=this.#H;try{let C=await this.#a();if(L!==this.#H){C.close();return}this.#C=C,this.#r=0,this.#t=Date.now(),this.#L=window.setInterval(()=>this.#n(),3e3/6),await this.video.play().catch(()=>{})}catch(C){if(L!==this.#H)return;C instanceof t5?this.listener.unplayable():this.#o()}}close(){this.#i(),this.video.removeAttribute("src"),this.video.srcObject=null}#i(){this.#H+=1,window.clearTimeout(this.#e),window.clearInterval(this.#L),this.#C?.close(),this.#C=null}async#a(){let{frontend_stream_types:L}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(L.includes("web_rtc")&&!this.#M&&"RTCPeerConnection"in window)try{return await w8(this.hass,this.entityId,this.video)}catch(C){console.info("MyCamera: WebRTC is not possible, HLS instead:",C),this.#M=!0}if(L.includes("hls")||L.includes("web_rtc"))return y8(this.hass,this.entityId,this.video,this.#A);throw new t5}#A=L=>{L?(this.#i(),this.listener.unplayable()):this.#o()};#o(){this.#i(),this.listener.interrupted(),this.#e=window.setTimeout(()=>{this.open()},this.#V),this.#V=Math.min(6e4,this.#V*2)}#n(){let L=this.video.getVideoPlaybackQuality().totalVideoFrames;if(L>this.#r){let C=this.#r===0;this.#r=L,this.#t=Date.now(),C&&(this.#V=2e3,this.listener.playing())}else Date.now()-this.#t>15e3&&!document.hidden?(this.#r===0&&(this.#M=!0),this.#o()):this.video.paused&&this.video.play().catch(()=>{})}};async function y8(M,L,C,H){let{url:V}=await M.connection.sendMessagePromise({type:"camera/stream",entity_id:L,format:"hls"}),{playLive:e}=await import("./live-hls-5T3T2S4S.js"),r=e(C,M.hassUrl(V),H);if(r===null)throw new t5;return r}async function w8(M,L,C){let H=await M.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:L}),V=new RTCPeerConnection(H.configuration),e=new MediaStream,r=null,i=!1,a=()=>{i=!0,r?.(),r=null,V.close(),C.srcObject=null};try{H.dataChannel&&V.createDataChannel(H.dataChannel),V.addTransceiver("audio",{direction:"recvonly"}),V.addTransceiver("video",{direction:"recvonly"}),V.ontrack=f=>{e.addTrack(f.track),C.srcObject=e};let d=null,v=[],n=f=>{M.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:L,session_id:d,candidate:f.toJSON()}).catch(()=>{})};V.onicecandidate=({candidate:f})=>{f?.candidate&&(d===null?v.push(f):n(f))};let g=await V.createOffer();await V.setLocalDescription(g),await new Promise((f,B)=>{window.setTimeout(()=>B(new Error("no answer")),12e3);let V1=Y=>{if(Y.type==="session"){d=Y.session_id;for(let w of v.splice(0))n(w)}else Y.type==="answer"?V.setRemoteDescription({type:"answer",sdp:Y.answer}).then(f,B):Y.type==="candidate"?V.addIceCandidate(Y.candidate).catch(()=>{}):B(new Error(Y.code))};M.connection.subscribeMessage(V1,{type:"camera/webrtc/offer",entity_id:L,offer:g.sdp??""}).then(Y=>{i?Y():r=Y},B)})}catch(d){throw a(),d}return{moment:()=>null,close:a}}var c3={scale:1,x:0,y:0},k8=8;function H9(M,L,C){let H=(V,e)=>Math.min(0,Math.max(e,V));return{scale:M.scale,x:H(M.x,L*(1-M.scale)),y:H(M.y,C*(1-M.scale))}}function x3(M,L,C,H,V){let e=Math.min(k8,Math.max(1,M.scale*L)),r=e/M.scale;return H9({scale:e,x:C.x-(C.x-M.x)*r,y:C.y-(C.y-M.y)*r},H,V)}function C9(M,L,C,H,V){return H9({scale:M.scale,x:M.x+L,y:M.y+C},H,V)}var u3=class{constructor(L){this.changed=L}#C=c3;#H=new Map;reset(){this.#H.clear(),this.#L(c3)}down(L){L.button===0&&(this.#H.set(L.pointerId,{x:L.clientX,y:L.clientY}),(this.#C.scale>1||this.#H.size>1)&&this.#e(L).setPointerCapture(L.pointerId))}up(L){this.#H.delete(L.pointerId)}moved(L){let C=this.#H.get(L.pointerId);if(!C)return;let H={x:L.clientX,y:L.clientY},{left:V,top:e,width:r,height:i}=this.#e(L).getBoundingClientRect(),a=[...this.#H.entries()].find(([n])=>n!==L.pointerId)?.[1];if(this.#H.set(L.pointerId,H),!a){this.#C.scale>1&&this.#L(C9(this.#C,H.x-C.x,H.y-C.y,r,i));return}let d=n=>Math.hypot(n.x-a.x,n.y-a.y),v={x:(H.x+a.x)/2-V,y:(H.y+a.y)/2-e};this.#L(x3(this.#C,d(H)/Math.max(1,d(C)),v,r,i))}wheel(L){L.preventDefault(),this.#V(L,L.deltaY>0?.85:1.18)}doubled(L){this.#C.scale>1?this.reset():this.#V(L,2.5)}key(L,C){let{width:H,height:V}=C.getBoundingClientRect(),e={x:H/2,y:V/2},r=60,a={ArrowLeft:[r,0],ArrowRight:[-r,0],ArrowUp:[0,r],ArrowDown:[0,-r]}[L.key];if(L.key==="+")this.#L(x3(this.#C,1.3,e,H,V));else if(L.key==="-")this.#L(x3(this.#C,1/1.3,e,H,V));else if(L.key==="0")this.reset();else if(a&&this.#C.scale>1)this.#L(C9(this.#C,a[0],a[1],H,V));else return!1;return!0}#V(L,C){let{left:H,top:V,width:e,height:r}=this.#e(L).getBoundingClientRect();this.#L(x3(this.#C,C,{x:L.clientX-H,y:L.clientY-V},e,r))}#e(L){return L.currentTarget}#L(L){this.#C=L,this.changed(L)}};var _8=2e3,V9=5e3,T8=100,P8=2500,g1,_1,d1,z1,P2,A2,Y1,s1,o5,$,L9,n2,Z3,a0,e9,i5,S3,B2,r9,M9,t9,G=class extends b{constructor(){super(...arguments);x(this,$);this.trail=null;this.streaming=!1;this.large=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.enlarged=c3;this.size={width:16,height:9};x(this,g1,null);x(this,_1,null);x(this,d1);x(this,z1);x(this,P2,0);x(this,A2,!1);x(this,Y1,0);x(this,s1,new u3(C=>{this.enlarged=C}));x(this,o5,new IntersectionObserver(C=>{h(this,A2,C.at(-1)?.isIntersecting??!1),l(this,n2).call(this)}));x(this,n2,()=>{if(!(l(this,A2)&&!document.hidden&&this.connected&&this.isConnected)){t(this,$,Z3).call(this);return}l(this,d1)===void 0&&this.shown!=="video"&&t(this,$,i5).call(this),this.streaming&&this.camera.entity_id!==null?t(this,$,e9).call(this,this.camera.entity_id):t(this,$,a0).call(this)});x(this,B2,C=>{let H=C.target,V=H.videoWidth||H.naturalWidth,e=H.videoHeight||H.naturalHeight;V&&e&&(this.size={width:V,height:e})})}connectedCallback(){super.connectedCallback(),l(this,o5).observe(this),document.addEventListener("visibilitychange",l(this,n2))}disconnectedCallback(){super.disconnectedCallback(),l(this,o5).disconnect(),h(this,A2,!1),document.removeEventListener("visibilitychange",l(this,n2)),t(this,$,Z3).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(C){C.has("large")&&!this.large&&(l(this,s1).reset(),this.muted=!0),C.has("connected")&&C.get("connected")===!1&&t(this,$,Z3).call(this)}updated(C){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(H=>C.has(H))&&l(this,n2).call(this)}looked(){h(this,P2,performance.now()),l(this,z1)===void 0&&l(this,A2)&&h(this,z1,window.setInterval(()=>t(this,$,L9).call(this),T8))}render(){let{camera:C,context:H,large:V}=this,{localize:e,hass:r}=H,{scale:i,x:a,y:d}=this.enlarged,v=C.recording_status!=="recording"&&C.recording_status!=="off",n=C.persons?P(e,r.language,"in_view",C.persons):"",g=this.connected?v?e(`status_${C.recording_status}`):"":e("connection_lost");return o`<div
        class="stage ${g?"bad":""}"
        role=${V?"group":p}
        aria-label=${V?C.name:p}
        tabindex=${V?0:p}
        @wheel=${{handleEvent:f=>V&&l(this,s1).wheel(f),passive:!1}}
        @pointerdown=${f=>V&&l(this,s1).down(f)}
        @pointermove=${f=>V&&l(this,s1).moved(f)}
        @pointerup=${f=>l(this,s1).up(f)}
        @pointercancel=${f=>l(this,s1).up(f)}
        @dblclick=${f=>V&&l(this,s1).doubled(f)}
        @keydown=${f=>{V&&this.stage&&l(this,s1).key(f,this.stage)&&f.preventDefault()}}
      >
        <div class="picture" style=${m3({transform:`translate(${a}px, ${d}px) scale(${i})`})}>
          ${this.still&&this.shown!=="moving"?o`<img src=${this.still} alt="" @load=${l(this,B2)} />`:p}
          ${t(this,$,r9).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${e("live_of",{camera:C.name})}
            @loadedmetadata=${l(this,B2)}
          ></video>
          ${t(this,$,M9).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?o`<div class="nothing">
                ${g?S(f2):o`<div class="spinner" role="progressbar" aria-label=${e("loading")}></div>`}
              </div>`:p}
      </div>
      ${V?p:o`<button
              class="cover"
              aria-label=${[e("show_large",{camera:C.name}),g||n].filter(Boolean).join(", ")}
              @click=${()=>t(this,$,S3).call(this,"watch")}
            ></button>`}
      <div class="caption">
        <span class="dot ${C.recording_status}"></span>
        <span class="name" dir="auto">${C.name}</span>
        ${g?o`<span class="state">${g}</span>`:p}
        ${n&&!g?o`<span class="persons">${n}</span>`:p}
      </div>
      ${V?t(this,$,t9).call(this):p}`}};g1=new WeakMap,_1=new WeakMap,d1=new WeakMap,z1=new WeakMap,P2=new WeakMap,A2=new WeakMap,Y1=new WeakMap,s1=new WeakMap,o5=new WeakMap,$=new WeakSet,L9=function(){let{trail:C}=this,H=performance.now()-l(this,P2)>P8,V=(this.shown==="video"?l(this,_1)?.moment:null)??C?.newest??null;this.boxes=C&&V!==null&&!(H&&V===C.newest)?C.at(V):[],H&&this.boxes.length===0&&performance.now()-l(this,P2)>2e4&&(window.clearInterval(l(this,z1)),h(this,z1,void 0))},n2=new WeakMap,Z3=function(){h(this,Y1,l(this,Y1)+1),window.clearTimeout(l(this,d1)),h(this,d1,void 0),window.clearInterval(l(this,z1)),h(this,z1,void 0),t(this,$,a0).call(this)},a0=function(){l(this,_1)?.close(),h(this,_1,null),this.shown="still"},e9=function(C){l(this,_1)||!this.video||this.shown==="moving"||(h(this,_1,new v3(this.video,this.context.hass,C,{playing:()=>{this.shown="video",window.clearTimeout(l(this,d1)),h(this,d1,void 0)},interrupted:()=>{this.shown="still",l(this,d1)===void 0&&t(this,$,i5).call(this)},unplayable:()=>{h(this,_1,null),l(this,g1)?.moving_url&&(this.shown="moving")}})),l(this,_1).open())},i5=async function(){h(this,Y1,l(this,Y1)+1);let C=l(this,Y1);h(this,d1,window.setTimeout(()=>{},V9));let H=V9;try{if(l(this,g1)??h(this,g1,await U0(this.context.hass,this.camera.camera_id)),l(this,g1).still_url!==null){let V=await fetch(this.context.hass.hassUrl(l(this,g1).still_url),{cache:"no-store"});if(V.ok){let e=URL.createObjectURL(await V.blob());if(C!==l(this,Y1))return URL.revokeObjectURL(e);this.still&&URL.revokeObjectURL(this.still),this.still=e,H=_8}else h(this,g1,null)}}catch{h(this,g1,null)}C===l(this,Y1)&&(window.clearTimeout(l(this,d1)),h(this,d1,window.setTimeout(()=>{h(this,d1,void 0),this.shown==="still"&&t(this,$,i5).call(this)},H)))},S3=function(C){this.dispatchEvent(new CustomEvent(`mycamera-${C}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},B2=new WeakMap,r9=function(){let C=l(this,g1)?.moving_url;return this.shown!=="moving"||!C?p:o`<img
      src=${this.context.hass.hassUrl(C)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${l(this,B2)}
      @error=${()=>{h(this,g1,null),this.shown="still",t(this,$,i5).call(this)}}
    />`},M9=function(){if(this.boxes.length===0)return p;let{width:C,height:H}=this.size;return o`<svg class="boxes" viewBox="0 0 ${C} ${H}" aria-hidden="true">
      ${this.boxes.map(({box:[V,e,r,i]})=>F1`<rect
          x=${V*C}
          y=${e*H}
          width=${(r-V)*C}
          height=${(i-e)*H}
          rx=${H/100}
        />`)}
    </svg>`},t9=function(){let{localize:C}=this.context,H=(V,e,r)=>o`<button
      class="icon-button"
      aria-label=${e}
      title=${e}
      @click=${r}
    >
      ${S(V)}
    </button>`;return o`<div class="controls top">${H(C7,C("back_to_wall"),()=>t(this,$,S3).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?H(R5,C("whole_picture"),()=>l(this,s1).reset()):p}
        ${this.shown==="video"?H(this.muted?$7:B7,C(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):p}
        ${H(h2,C("open_timeline"),()=>t(this,$,S3).call(this,"timeline"))}
        ${document.fullscreenEnabled?H(v7,C("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):p}
      </div>`},G.styles=[_,J4],A([c({attribute:!1})],G.prototype,"context",2),A([c({attribute:!1})],G.prototype,"camera",2),A([c({attribute:!1})],G.prototype,"trail",2),A([c({type:Boolean})],G.prototype,"streaming",2),A([c({type:Boolean,reflect:!0})],G.prototype,"large",2),A([c({type:Boolean})],G.prototype,"connected",2),A([s()],G.prototype,"still",2),A([s()],G.prototype,"shown",2),A([s()],G.prototype,"boxes",2),A([s()],G.prototype,"muted",2),A([s()],G.prototype,"enlarged",2),A([s()],G.prototype,"size",2),A([R("video")],G.prototype,"video",2),A([R(".stage")],G.prototype,"stage",2),G=A([k("mycamera-live-tile")],G);var a5=6,B8=5e3,$8=4e3,A5,$2,n5,R2,J1,d5,i1,A0,n0,F2,h3,l5,i9,C1=class extends b{constructor(){super(...arguments);x(this,i1);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;x(this,A5,new Map);x(this,$2,null);x(this,n5);x(this,R2);x(this,J1,null);x(this,d5,new ResizeObserver(([C])=>{this.width=C?.contentRect.width??0,this.height=C?.contentRect.height??0}));x(this,F2,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&h(this,J1,await navigator.wakeLock.request("screen").catch(()=>null)):(l(this,J1)?.release(),h(this,J1,null))});x(this,l5,()=>{this.pointed=!0,window.clearTimeout(l(this,R2)),h(this,R2,window.setTimeout(()=>{this.pointed=!1},$8))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",l(this,F2)),t(this,i1,A0).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),document.removeEventListener("visibilitychange",l(this,F2)),l(this,d5).disconnect(),window.clearTimeout(l(this,n5)),window.clearTimeout(l(this,R2)),(C=l(this,$2))==null||C.call(this),h(this,$2,null),l(this,J1)?.release(),h(this,J1,null)}updated(C){this.wall&&l(this,d5).observe(this.wall),C.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),l(this,F2).call(this))}render(){let{context:C,kiosk:H}=this,{localize:V,hass:e}=C,r=this.cameras.reduce((i,a)=>i+(a.persons??0),0);return o`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${H?"manual":p}
      @pointermove=${l(this,l5)}
      @pointerdown=${l(this,l5)}
      @keydown=${i=>{i.key==="Escape"&&H&&this.watched===null&&t(this,i1,h3).call(this,!1)}}
    >
      ${H?o`<button class="icon-button leave" aria-label=${V("leave_kiosk")} @click=${()=>t(this,i1,h3).call(this,!1)}>
              ${S(j)}
            </button>`:o`<div class="bar">
              <p role="status">${P(V,e.language,"in_view",r)}</p>
              <button class="text-button" title=${V("kiosk_hint")} @click=${()=>t(this,i1,h3).call(this,!0)}>
                ${S(g7)}<span>${V("kiosk")}</span>
              </button>
            </div>`}
      ${H&&!this.connected?o`<p class="lost" role="alert">${V("connection_lost")}</p>`:p}
      <div class="wall">${this.width>0?t(this,i1,i9).call(this):p}</div>
    </div>`}};A5=new WeakMap,$2=new WeakMap,n5=new WeakMap,R2=new WeakMap,J1=new WeakMap,d5=new WeakMap,i1=new WeakSet,A0=async function(){try{let C=await G0(this.context.hass,({camera_id:H,time:V,persons:e})=>{t(this,i1,n0).call(this,H).add(Date.parse(V),e);for(let r of this.tiles??[])r.camera.camera_id===H&&r.looked()});this.isConnected?h(this,$2,C):C()}catch{this.isConnected&&h(this,n5,window.setTimeout(()=>{t(this,i1,A0).call(this)},B8))}},n0=function(C){let H=l(this,A5).get(C);return H||(H=new s3,l(this,A5).set(C,H)),H},F2=new WeakMap,h3=function(C){!C&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:C}))},l5=new WeakMap,i9=function(){let{cameras:C,context:H,width:V,height:e,watched:r}=this,i=K4(C.length,V,e,a5),a=!this.kiosk&&q4(i,V,e,a5),d=a?j4(V,a5):i.columns,v=X4(C,r),n=Math.min((V-a5*(d-1))/d,(e-a5*(i.rows-1))/i.rows*(16/9)),g=a?{gridTemplateColumns:`repeat(${d}, 1fr)`}:{gridTemplateColumns:`repeat(${d}, ${Math.max(1,Math.floor(n))}px)`,alignContent:"center"};return o`<div class="grid ${r===null?"":"one"}" style=${m3(g)}>
      ${n1(C,f=>f.camera_id,f=>o`<mycamera-live-tile
          .context=${H}
          .camera=${f}
          .trail=${t(this,i1,n0).call(this,f.camera_id)}
          .streaming=${v.has(f.camera_id)}
          .connected=${this.connected}
          ?large=${r===f.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},C1.styles=[_,Y4],A([c({attribute:!1})],C1.prototype,"context",2),A([c({attribute:!1})],C1.prototype,"cameras",2),A([c({attribute:!1})],C1.prototype,"watched",2),A([c({type:Boolean})],C1.prototype,"connected",2),A([c({type:Boolean,reflect:!0})],C1.prototype,"kiosk",2),A([s()],C1.prototype,"width",2),A([s()],C1.prototype,"height",2),A([s()],C1.prototype,"pointed",2),A([R(".wall")],C1.prototype,"wall",2),A([R(".over")],C1.prototype,"over",2),A([H4("mycamera-live-tile")],C1.prototype,"tiles",2),C1=A([k("mycamera-live-wall")],C1);var f3,o9,I1=class extends b{constructor(){super(...arguments);x(this,f3);this.detection=null;this.open=!1;this.failed=null}willUpdate(C){C.has("detection")&&C.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:C,hass:H}=this.context,{detection:V}=this;return!V||!H.user?.is_admin?p:this.open?o`<form @submit=${t(this,f3,o9)} @keydown=${e=>e.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${V.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${V.caption_zh??""} /></label>
      ${this.failed===null?p:o`<p role="alert">${C("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${C("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${C("draw_cancel")}
      </button>
    </form>`:o`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${S(b7)} ${C("correct_caption")}
      </button>`}};f3=new WeakSet,o9=async function(C){C.preventDefault();let{detection:H}=this;if(!H)return;let V=new FormData(C.target);try{let e=await I0(this.context.hass,H.event_id,String(V.get("caption")??""),String(V.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...H,...e,caption_status:"done"},bubbles:!0,composed:!0}))}catch(e){this.failed=T(e)}},I1.styles=[_,O`
      :host {
        display: contents;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        inline-size: 100%;
      }
      label {
        display: grid;
        flex: 1 1 260px;
        font-size: 12px;
        color: var(--mc-text-2);
      }
      input {
        font: inherit;
        font-size: 15px;
        color: var(--mc-text);
        background: var(--mc-page);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
        min-block-size: 40px;
        padding-inline: 10px;
      }
      p {
        inline-size: 100%;
        color: var(--mc-bad);
      }
    `],A([c({attribute:!1})],I1.prototype,"context",2),A([c({attribute:!1})],I1.prototype,"detection",2),A([s()],I1.prototype,"open",2),A([s()],I1.prototype,"failed",2),I1=A([k("mycamera-caption-editor")],I1);var g3=O`
  dialog {
    padding: 0;
    border: 0;
    border-radius: var(--mc-radius);
    color: var(--mc-text);
    background: var(--mc-surface);
    box-shadow: 0 8px 40px rgba(0, 0, 0, 0.4);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.6);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    padding: 6px 8px;
    padding-inline-start: 20px;
    padding-block-start: calc(6px + var(--safe-area-inset-top, env(safe-area-inset-top, 0px)));
    border-block-end: 1px solid var(--mc-line);
  }
  header .icon-button {
    inline-size: 44px;
    block-size: 44px;
  }
  h2 {
    flex: 1;
    display: flex;
    align-items: baseline;
    min-inline-size: 0;
    font-size: 18px;
    font-weight: 500;
  }
  @media (max-width: 799px) {
    dialog {
      inline-size: 100vw;
      max-inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: 100dvh;
      border-radius: 0;
    }
    header {
      padding-inline-start: 16px;
    }
  }
`;var N1,d0,O3,T1=class extends b{constructor(){super(...arguments);x(this,N1);this.detection=null;this.asked=null;this.busy=!1;this.failed=null}willUpdate(C){!C.has("detection")||C.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:C,hass:H}=this.context;if(!this.detection||!H.user?.is_admin)return p;let V=(r,i,a)=>o`<button
      class="text-button"
      ?disabled=${this.busy}
      @click=${i}
    >
      ${a?S(a):p} ${r}
    </button>`;if(this.asked===null)return o`${V(C("no_person"),()=>t(this,N1,O3).call(this,"false_positive"),c2)}
      ${V(C("delete_person"),()=>t(this,N1,O3).call(this,"delete"),Z2)}`;let e=this.asked==="false_positive";return o`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${C(e?"no_person_sure":"delete_person_sure")}</p>
      ${V(C("keep"),()=>t(this,N1,O3).call(this,null))}
      ${e?V(C("no_person_ignore"),()=>{t(this,N1,d0).call(this,!0,!0)}):p}
      ${V(C(e?"no_person":"delete_for_good"),()=>{t(this,N1,d0).call(this,e,!1)})}
      ${this.failed===null?p:o`<p class="problem" role="alert">${C("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};N1=new WeakSet,d0=async function(C,H){let{detection:V}=this;if(!(!V||this.busy)){this.busy=!0,this.failed=null;try{await D0(this.context.hass,V.event_id,C),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:H}}))}catch(e){this.failed=T(e)}finally{this.busy=!1}}},O3=function(C){this.asked=C,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},T1.styles=[_,O`
      :host {
        display: contents;
      }
      .asked {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        inline-size: 100%;
        padding: 12px;
        border: 1px solid var(--mc-line);
        border-radius: 12px;
      }
      p {
        flex: 1 1 100%;
      }
      .problem {
        color: var(--mc-bad);
      }
    `],A([c({attribute:!1})],T1.prototype,"context",2),A([c({attribute:!1})],T1.prototype,"detection",2),A([s()],T1.prototype,"asked",2),A([s()],T1.prototype,"busy",2),A([s()],T1.prototype,"failed",2),T1=A([k("mycamera-person-removal")],T1);var R8=2,F8=12e4,a9=3e3,W1,O1,l0,A9,n9,d9,l1=class extends b{constructor(){super(...arguments);x(this,O1);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;x(this,W1)}disconnectedCallback(){super.disconnectedCallback(),l(this,W1)!==void 0&&this.video?.cancelVideoFrameCallback(l(this,W1)),h(this,W1,void 0)}willUpdate(C){!C.has("detail")||C.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){t(this,O1,l0).call(this)}render(){let{context:C,detail:H}=this,{localize:V,hass:e}=C;if(this.error!==null)return o`<p class="instead" role="alert">${E(C,this.error).heading}</p>`;if(H===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${V("loading")}></div>
      </div>`;if(H.recording===null){let v=Date.now()-Date.parse(H.last_seen)<F8,n=o`<p class="instead" role="status">
        ${V(v?"recording_writing":"recording_missing")}
      </p>`;return!v||H.live_url===null?n:o`<div class="live">
        <img src=${e.hassUrl(H.live_url)} alt=${V("live_picture")} />
        ${n}
      </div>`}let r=e.hassUrl(H.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${O2(C,this.problem,H.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${r} download>${V("download")}</a>`:p}
      </div>`;let i=Math.max(0,H.recording.offset-R8),{following:a}=this,d=Date.parse((a??H.recording).start);return o`<video
        src=${a?.video_url?e.hassUrl(a.video_url):`${r}#t=${i.toFixed(1)}`}
        @loadedmetadata=${v=>{let{videoWidth:n,videoHeight:g}=v.target;this.size={width:n,height:g}}}
        @ended=${v=>{t(this,O1,n9).call(this,H,d,v.target.duration)}}
        aria-label=${V("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{t(this,O1,A9).call(this,H,r)}}
      ></video>
      ${t(this,O1,d9).call(this)}`}};W1=new WeakMap,O1=new WeakSet,l0=function(){l(this,W1)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||h(this,W1,this.video.requestVideoFrameCallback((C,{mediaTime:H})=>{h(this,W1,void 0);let{detail:V}=this;if(!this.isConnected||V?.recording==null)return;let e=Date.parse((this.following??V.recording).start)-Date.parse(V.first_seen);this.box=N4(V.path,e/1e3+H),t(this,O1,l0).call(this)}))},A9=async function(C,H){let V=await w5(H);this.detail===C&&(this.problem=V)},n9=async function(C,H,V){let e=H+V*1e3;if(Date.parse(C.last_seen)>e)try{let i=(await B0(this.context.hass,C.camera_id,e-a9,e+a9)).findLast(a=>a.video_url!==null&&Date.parse(a.start)>H);i&&this.detail===C&&(this.following=i)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",T(r))}},d9=function(){let{box:C,size:H}=this;if(C===null||H===null||H.width===0)return p;let[V,e,r,i]=C;return o`<svg class="box" viewBox="0 0 ${H.width} ${H.height}" aria-hidden="true">
      <rect
        x=${V*H.width}
        y=${e*H.height}
        width=${(r-V)*H.width}
        height=${(i-e)*H.height}
        rx=${H.height/100}
      />
    </svg>`},l1.styles=[_,O`
      :host {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
      }
      video {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
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
      .live img {
        display: block;
        inline-size: 100%;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
    `],A([c({attribute:!1})],l1.prototype,"context",2),A([c({attribute:!1})],l1.prototype,"detail",2),A([c({attribute:!1})],l1.prototype,"error",2),A([s()],l1.prototype,"problem",2),A([s()],l1.prototype,"following",2),A([s()],l1.prototype,"box",2),A([s()],l1.prototype,"size",2),A([R("video")],l1.prototype,"video",2),l1=A([k("mycamera-person-video")],l1);var b3,l9,v1=class extends b{constructor(){super(...arguments);x(this,b3);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(C){(C.has("kept")||C.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:C,hass:H}=this.context,V=S(this.now?B5:$5);if(!H.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${C("protected")} title=${C("protected")}>
            ${V}${this.verbose?C("protected"):p}
          </span>`:p;let e=C(this.now?"unprotect":"protect"),r=this.failed===null?"":C("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${C("protect")}
        title=${r||e}
        ?disabled=${this.busy}
        @click=${t(this,b3,l9)}
      >
        ${V}${this.verbose?o`<span>${C(this.now?"protected":"protect")}</span>`:p}
      </button>
      ${r?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:p}`}};b3=new WeakSet,l9=async function(){let C=this.recordId;if(!(C===null||this.busy)){this.busy=!0;try{let H=await b5(this.context.hass,[C],!this.now);this.recordId===C&&(this.now=H.protected,this.failed=null)}catch(H){this.recordId===C&&(this.failed=T(H))}finally{this.busy=!1}}},v1.styles=[_,O`
      :host {
        display: block;
      }
      .icon-button,
      .sign {
        color: var(--mc-text-2);
      }
      .sign {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
      }
      [aria-pressed="true"] {
        color: var(--mc-accent);
      }
      .icon-button[aria-pressed="false"] {
        opacity: 0.6;
      }
      .problem {
        padding-block-start: 4px;
        color: var(--mc-bad);
      }
    `],A([c({attribute:!1})],v1.prototype,"context",2),A([c({attribute:!1})],v1.prototype,"recordId",2),A([c({attribute:!1})],v1.prototype,"kept",2),A([c({type:Boolean})],v1.prototype,"verbose",2),A([s()],v1.prototype,"now",2),A([s()],v1.prototype,"busy",2),A([s()],v1.prototype,"failed",2),v1=A([k("mycamera-protection")],v1);var p9=5e3,y,p0,m9,p5,m5,s9,s5,v9,x9,c9,u9,Z9,S9,h9,f9,g9,O9,b9,Q=class extends b{constructor(){super(...arguments);x(this,y);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null}willUpdate(C){if(!C.has("detection"))return;if(C.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(t(this,y,p0).call(this,this.detection.event_id),O5(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(C){C.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&t(this,y,m9).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(C){this.detection?.camera_id===C&&this.detail?.recording===null&&t(this,y,p0).call(this,this.detection.event_id)}render(){return o`<dialog aria-labelledby="title" @close=${t(this,y,s9)} @click=${t(this,y,x9)} @keydown=${t(this,y,v9)}>
      ${this.detection?t(this,y,c9).call(this,this.detection):p}
    </dialog>`}};y=new WeakSet,p0=async function(C){try{let H=await g5(this.context.hass,C);this.detection?.event_id===C&&(this.detail=H)}catch(H){this.detection?.event_id===C&&(this.error=T(H))}},m9=async function(C){try{let H=await E0(this.context.hass,C);this.detection?.event_id===C.event_id&&(this.around=H)}catch(H){console.info("MyCamera: who comes before and after cannot be loaded:",T(H))}},p5=function(){return this.newer??this.around?.newer??null},m5=function(){return this.older??this.around?.older??null},s9=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},s5=function(C){C&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},v9=function(C){let H=C.composedPath()[0];if(H instanceof HTMLVideoElement||H instanceof HTMLInputElement)return;let V=getComputedStyle(this).direction==="rtl";if(C.key==="ArrowLeft")t(this,y,s5).call(this,V?l(this,y,m5):l(this,y,p5));else if(C.key==="ArrowRight")t(this,y,s5).call(this,V?l(this,y,p5):l(this,y,m5));else return;C.preventDefault()},x9=function(C){C.target===this.dialog&&this.dialog.close()},c9=function(C){let{context:H}=this,V=l(this,y,p5),e=l(this,y,m5),{localize:r,formats:i}=H,a=y1(H,C),d=C.caption_status==="pending"||C.caption_status==="running",v=e1(H,C.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${v}</span>
          <time datetime=${C.first_seen}>${i.dateTime(C.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!V} aria-label=${r("newer")} @click=${()=>t(this,y,s5).call(this,V)}>
          ${S(k5)}
        </button>
        <button class="icon-button turn" ?disabled=${!e} aria-label=${r("older")} @click=${()=>t(this,y,s5).call(this,e)}>
          ${S(_5)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${S(j)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${t(this,y,f9).call(this,C,v)}</figure>
          <figure>
            <mycamera-person-video .context=${H} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${a.length===0?o`<p class="none">${r(d?"caption_pending":"no_caption")}</p>`:a.map((n,g)=>o`<p class=${g===0?"caption":"other"} lang=${n.lang} dir="auto">${n.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${i.range(C.first_seen,C.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${i.duration(i2(C))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${i.percent(C.confidence)}</dd>
            </div>
            ${a.length>0?o`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${C3(H,C)}${d?o` · ${r("caption_pending")}`:p}
                    </dd>
                  </div>`:p}
            ${t(this,y,h9).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?o`<mycamera-protection
                    verbose
                    .context=${H}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:p}
            <mycamera-caption-editor .context=${H} .detection=${C}></mycamera-caption-editor>
            ${t(this,y,u9).call(this,C,d)}
            <button class="text-button" @click=${()=>{t(this,y,b9).call(this,C,v)}}>
              ${S(z5)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:C}))}
            >
              ${S(h2)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?o`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{t(this,y,O9).call(this,C)}}>
                    ${S(E5)} ${r("export")}
                  </button>`:p}
            <mycamera-person-removal
              .context=${H}
              .detection=${C}
              @mycamera-removed=${n=>t(this,y,S9).call(this,C,n.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?p:o`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?p:o`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},u9=function(C,H){let{localize:V,hass:e,overview:r}=this.context;return!e.user?.is_admin||!r?.captions_enabled?p:o`<button
      class="text-button"
      ?disabled=${H||this.describing===C.event_id}
      @click=${()=>{t(this,y,Z9).call(this,C.event_id)}}
    >
      ${S(i7)} ${V(this.describing===C.event_id?"caption_pending":"describe_again")}
    </button>`},Z9=async function(C){this.describing=C,this.undescribed=null;try{await z0(this.context.hass,C)}catch(H){this.describing=null,this.undescribed=T(H)}},S9=function(C,H){this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:C,next:l(this,y,m5)??l(this,y,p5),ignore:H?this.detail?.box??null:null}}))},h9=function(){let C=this.detail?.zones??[];return C.length===0?p:o`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${C.join(" · ")}</dd>
    </div>`},f9=function(C,H){let{localize:V,formats:e,hass:r}=this.context,i=C.snapshot_url;return i===null||this.broken?o`<p class="instead">${S(S2)} ${V("picture_missing")}</p>`:o`<a href=${r.hassUrl(i)} target="_blank" rel="noopener" title=${V("full_picture")}>
      <img
        src=${r.hassUrl(i)}
        alt=${V("picture_of",{camera:H,time:e.time(C.first_seen)})}
        @load=${a=>{let{naturalWidth:d,naturalHeight:v}=a.target;this.size={width:d,height:v}}}
        @error=${()=>{this.broken=!0}}
      />
      ${t(this,y,g9).call(this)}
    </a>`},g9=function(){let{detail:C,size:H}=this;if(C===null||H===null)return p;let[V,e,r,i]=C.box;return o`<svg class="box" viewBox="0 0 ${H.width} ${H.height}" aria-hidden="true">
      <rect
        x=${V*H.width}
        y=${e*H.height}
        width=${(r-V)*H.width}
        height=${(i-e)*H.height}
        rx=${H.height/100}
      />
    </svg>`},O9=async function(C){this.exporting=!0;let H=Date.parse(C.first_seen)-p9;try{await H3(this.context.hass,C.camera_id,H,Date.parse(C.last_seen)+p9),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(V){console.info("MyCamera: the export cannot be begun:",T(V)),this.shared="export_failed"}finally{this.exporting=!1}},b9=async function(C,H){let{hass:V,formats:e}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),i=`${window.location.origin}${r}/event/${C.event_id}`,a=[y1(this.context,C)[0]?.text,H,e.dateTime(C.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(i),this.shared="link_copied";return}let d=[];if(C.snapshot_url&&!this.broken){let n=await fetch(V.hassUrl(C.snapshot_url));n.ok&&d.push(new File([await n.blob()],`${C.event_id}.jpg`,{type:"image/jpeg"}))}let v={title:H,text:a,url:i,files:d};await navigator.share(d.length>0&&navigator.canShare?.(v)?v:{title:H,text:a,url:i})}catch(d){d instanceof DOMException&&d.name==="AbortError"||(this.shared="share_failed")}},Q.styles=[_,g3,O`
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
    `],A([c({attribute:!1})],Q.prototype,"context",2),A([c({attribute:!1})],Q.prototype,"detection",2),A([c({attribute:!1})],Q.prototype,"newer",2),A([c({attribute:!1})],Q.prototype,"older",2),A([s()],Q.prototype,"detail",2),A([s()],Q.prototype,"error",2),A([s()],Q.prototype,"broken",2),A([s()],Q.prototype,"size",2),A([s()],Q.prototype,"around",2),A([s()],Q.prototype,"shared",2),A([s()],Q.prototype,"exporting",2),A([s()],Q.prototype,"undescribed",2),A([s()],Q.prototype,"describing",2),A([R("dialog")],Q.prototype,"dialog",2),Q=A([k("mycamera-person-dialog")],Q);var o1={cameraId:null,day:null,text:"",minConfidence:0,minSeconds:0,zone:null,hours:null,unseen:!1};function y3(M){return Object.keys(o1).some(L=>M[L]!==o1[L])}var E8=[.5,.6,.7,.8,.9],D8=[5,15,60,300],y9=Array.from({length:25},(M,L)=>L),q,l2,m0,E2,d2=class extends b{constructor(){super(...arguments);x(this,q);this.filter=o1}render(){let{context:C,filter:H}=this,{localize:V,formats:e}=C,r=(C.overview?.cameras??[]).filter(n=>H.cameraId===null||n.camera_id===H.cameraId).flatMap(n=>n.zones.map(g=>g.name)),i=[...new Set(r)].sort((n,g)=>n.localeCompare(g)),a=n=>`${String(n).padStart(2,"0")}:00`,[d,v]=H.hours??[0,24];return o`
      <button
        class="chip"
        aria-pressed=${H.unseen?"true":"false"}
        @click=${()=>t(this,q,l2).call(this,{unseen:!H.unseen})}
      >
        ${V("not_seen_yet")}
      </button>
      ${t(this,q,E2).call(this,V("confidence"),String(H.minConfidence),[["0",V("any_confidence")],...E8.map(n=>[String(n),`≥ ${e.percent(n)}`])],n=>t(this,q,l2).call(this,{minConfidence:Number(n)}))}
      ${t(this,q,E2).call(this,V("duration"),String(H.minSeconds),[["0",V("any_duration")],...D8.map(n=>[String(n),`≥ ${e.duration(n)}`])],n=>t(this,q,l2).call(this,{minSeconds:Number(n)}))}
      ${i.length>0?t(this,q,E2).call(this,V("zone"),H.zone??"",[["",V("any_zone")],...i.map(n=>[n,n])],n=>t(this,q,l2).call(this,{zone:n||null})):p}
      <span class="hours">
        ${t(this,q,E2).call(this,V("hour_from"),String(d),y9.slice(0,24).map(n=>[String(n),a(n)]),n=>t(this,q,m0).call(this,Number(n),null))}
        –
        ${t(this,q,E2).call(this,V("hour_until"),String(v),y9.slice(1).map(n=>[String(n),a(n)]),n=>t(this,q,m0).call(this,null,Number(n)))}
      </span>
      ${y3(H)?o`<button class="chip" @click=${()=>t(this,q,l2).call(this,o1)}>
              ${S(s7)} ${V("clear_filters")}
            </button>`:p}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${S(e7)} ${V("all_seen")}
      </button>
    `}};q=new WeakSet,l2=function(C){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:C}))},m0=function(C,H){let[V,e]=this.filter.hours??[0,24],r=[C??V,H??e];t(this,q,l2).call(this,{hours:r[0]===0&&r[1]===24?null:r})},E2=function(C,H,V,e){return o`<select
      aria-label=${C}
      title=${C}
      @change=${r=>e(r.target.value)}
    >
      ${V.map(([r,i])=>o`<option value=${r} ?selected=${r===H}>${i}</option>`)}
    </select>`},d2.styles=[_,O`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        overflow-x: auto;
        scrollbar-width: none;
        padding-block: 4px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        flex: none;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .chip[aria-pressed="true"] {
        border-color: var(--mc-accent);
        background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
      }
      .hours {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        flex: none;
      }
      .end {
        margin-inline-start: auto;
      }
    `],A([c({attribute:!1})],d2.prototype,"context",2),A([c({attribute:!1})],d2.prototype,"filter",2),d2=A([k("mycamera-person-filters")],d2);var w9=O`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100vh;
    block-size: 100dvh;
    background: var(--mc-page);
    overflow: hidden;
  }
  .toolbar {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    min-block-size: calc(var(--header-height, 56px) + var(--safe-area-inset-top, env(safe-area-inset-top, 0px)));
    padding-block-start: var(--safe-area-inset-top, env(safe-area-inset-top, 0px));
    padding-inline: 12px;
    color: var(--app-header-text-color, #fff);
    background: var(--app-header-background-color, var(--mc-accent));
    border-block-end: var(--app-header-border-bottom, none);
  }
  h1 {
    margin: 0;
    padding-inline: 8px;
    font-size: 20px;
    font-weight: 400;
    white-space: nowrap;
  }
  .tabs {
    display: flex;
    align-self: stretch;
    margin-inline-start: auto;
  }
  .tabs button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-inline: 16px;
    min-block-size: 48px;
    font-weight: 500;
    opacity: 0.9;
    border-block-end: 3px solid transparent;
  }
  .tabs button[aria-selected="true"] {
    opacity: 1;
    border-block-end-color: currentColor;
  }
  .tabs svg {
    display: none;
  }
  /* As Home Assistant does it: where it is narrow, views are chosen at the bottom, within a thumb's reach. */
  :host([narrow]) .tabs {
    position: fixed;
    inset-inline: 0;
    inset-block-end: 0;
    z-index: 2;
    margin: 0;
    padding-block-end: var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px));
    color: var(--mc-text);
    background: var(--mc-surface);
    border-block-start: 1px solid var(--mc-line);
  }
  :host([narrow]) .tabs button {
    flex: 1 1 0;
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    min-inline-size: 0;
    min-block-size: 56px;
    padding: 4px 2px;
    font-size: 12px;
    border: 0;
  }
  :host([narrow]) .tabs button[aria-selected="true"] {
    color: var(--mc-accent);
  }
  :host([narrow]) .tabs svg {
    display: block;
  }
  :host([narrow]) main {
    padding-block-end: calc(56px + var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px)));
  }
  .page.live {
    display: flex;
    flex-direction: column;
    max-inline-size: none;
    block-size: 100%;
    padding-block-end: 12px;
  }
  .page.live > .live {
    flex: 1;
    min-block-size: 0;
  }
  .tabs button:focus-visible,
  .menu:focus-visible {
    outline-color: currentColor;
    outline-offset: -4px;
  }
  main {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
    padding-block-end: var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px));
  }
  .page {
    max-inline-size: 1480px;
    margin-inline: auto;
    padding: 12px 16px 24px;
  }
  .foot.tall {
    min-block-size: 50vh;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 16px;
    margin-block-end: 12px;
    border-radius: var(--mc-radius);
    border: 1px solid var(--mc-warn);
    background: color-mix(in srgb, var(--mc-warn) 14%, var(--mc-surface));
  }
  .banner > svg {
    color: var(--mc-warn);
  }
  .banner p {
    flex: 1;
  }
  .cameras {
    display: flex;
    gap: 8px;
    margin-inline: -16px;
    padding: 4px 16px 8px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    flex: none;
    max-inline-size: 260px;
    min-block-size: 48px;
    padding: 4px 16px;
    border-radius: 24px;
    text-align: start;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip[aria-pressed="true"] {
    border-color: var(--mc-accent);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .texts {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    line-height: 1.4;
  }
  .name,
  .status {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 500;
  }
  .status {
    font-size: 12px;
    color: var(--mc-text-2);
  }
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
  .count {
    display: grid;
    place-items: center;
    min-inline-size: 22px;
    block-size: 22px;
    padding-inline: 6px;
    border-radius: 11px;
    font-size: 12px;
    font-weight: 600;
    color: var(--text-primary-color, #fff);
    background: var(--mc-accent);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 4px;
  }
  .date,
  .search {
    display: flex;
    align-items: center;
    min-block-size: 42px;
    border-radius: 21px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .date:focus-within,
  .search:focus-within {
    border-color: var(--mc-accent);
  }
  .turn:dir(rtl) svg {
    transform: scaleX(-1);
  }
  input {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    min-inline-size: 0;
    min-block-size: 40px;
  }
  input:focus {
    outline: none;
  }
  /* Without a day the browser would show its pattern, in its own language; say what it means instead. */
  .any {
    position: relative;
  }
  .any:not(:focus)::before {
    content: attr(data-any);
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0 24px;
    text-align: center;
    line-height: 40px;
  }
  .any:not(:focus)::-webkit-datetime-edit {
    visibility: hidden;
  }
  input::placeholder {
    color: var(--mc-text-2);
    opacity: 1;
  }
  .search {
    flex: 1 1 220px;
    max-inline-size: 420px;
    padding-inline-start: 14px;
    gap: 8px;
  }
  .search svg {
    color: var(--mc-text-2);
  }
  .search input {
    flex: 1;
  }
  .zones {
    background: var(--mc-surface);
  }
  .hub {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    padding-inline: 4px;
    color: var(--mc-text-2);
    font-size: 13px;
  }
  /* Many cameras: rows that a mouse reaches, but not so many that the lists are out of sight. */
  @media (min-width: 600px) {
    .cameras {
      flex-wrap: wrap;
      max-block-size: 184px;
      overflow-x: hidden;
      overflow-y: auto;
    }
  }
  @media (max-width: 599px) {
    .page {
      padding: 8px 12px 16px;
    }
    .cameras {
      margin-inline: -12px;
      padding-inline: 12px;
    }
    .toolbar {
      padding-inline: 4px;
      gap: 0;
    }
    h1 {
      font-size: 18px;
      padding-inline: 4px;
    }
    .date,
    .search {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    .date input {
      flex: 1;
      text-align: center;
    }
    .hub {
      margin-inline-start: 4px;
    }
  }
`;var s0=class{constructor(L,C){this.id=L;this.key=C}#C=[];get items(){return this.#C}clear(){this.#C=[]}has(L){return this.#C.some(C=>this.id(C)===L)}remove(L){this.#C=this.#C.filter(C=>!L.has(this.id(C)))}put(...L){let C=new Map(L.map(V=>[this.id(V),V])),H=this.#C.map(V=>{let e=this.id(V),r=C.get(e);return C.delete(e),r??V});this.#C=[...H,...C.values()].sort((V,e)=>this.key(e)-this.key(V))}},p2=class{constructor(L,C){this.host=L;this.options=C;this.state="loading";this.error=null;this.#H=null;this.#V=0;this.#e=!1;this.#C=new s0(C.id,C.time),L.addController(this)}#C;#H;#V;#e;get items(){return this.#C.items}get more(){return this.#H!==null}get busy(){return this.#e}hostDisconnected(){this.#V+=1,this.#e=!1}async reload(L=!1){this.#V+=1,this.#e=!1,L||(this.#C.clear(),this.#H=null,this.state="loading"),await this.#L(null)}async next(){this.#e||this.#H===null||this.state!=="ready"||await this.#L(this.#H)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#H===null?this.reload(!0):this.next())}remove(L){this.#C.remove(new Set(L)),this.host.requestUpdate()}put(L){let C=this.items.at(-1),H=C!==void 0&&this.options.time(L)<this.options.time(C);return this.state!=="ready"||H&&this.more&&!this.#C.has(this.options.id(L))?!1:(this.#C.put(L),this.host.requestUpdate(),!0)}async#L(L){let C=this.#V;this.#e=!0,this.host.requestUpdate();try{let H=await this.options.load(L);if(C!==this.#V)return;L===null&&this.#C.clear(),this.#C.put(...H.items),this.#H=H.cursor,this.state="ready",this.error=null}catch(H){if(C!==this.#V)return;this.state="error",this.error=T(H)}this.#e=!1,this.host.requestUpdate()}};function w3(M,L){let C=[];for(let H of M){let V=L(H),e=C.at(-1);e&&e.key===V?e.items.push(H):C.push({key:V,items:[H]})}return C}var z8=["success","failed","timeout"],I8=["pending","running","done","failed","skipped"],k9=200,r1,m2,_9,T9,P9,P1=class extends b{constructor(){super(...arguments);x(this,r1);this.which={status:null,analysis:null};this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?t(this,r1,T9).call(this):t(this,r1,P9).call(this,this.chosen)}};r1=new WeakSet,m2=function(C,H){this.dispatchEvent(new CustomEvent(C,{detail:H}))},_9=async function(C){let H=[...this.chosen??[]];this.busy=!0;try{for(let V=0;V<H.length;V+=k9)this.said=await C(H.slice(V,V+k9));t(this,r1,m2).call(this,"mycamera-changed",null)}catch(V){this.said=this.context.localize("save_failed",{code:T(V)})}finally{this.busy=!1}},T9=function(){let{localize:C,hass:H}=this.context,V=(e,r,i,a,d,v)=>o`<select
      aria-label=${e}
      @change=${n=>v(n.target.value||null)}
    >
      <option value="" ?selected=${d===null}>${r}</option>
      ${i.map(n=>o`<option value=${n} ?selected=${n===d}>${a(n)}</option>`)}
    </select>`;return o`
      ${V(C("record_status"),C("any_status"),z8,e=>L1(C,`record_${e}`,"record_failed"),this.which.status,e=>t(this,r1,m2).call(this,"mycamera-which",{...this.which,status:e}))}
      ${V(C("analysis"),C("any_analysis"),I8,e=>L1(C,`analysis_${e}`,"analysis_pending"),this.which.analysis,e=>t(this,r1,m2).call(this,"mycamera-which",{...this.which,analysis:e}))}
      <span class="said" role="status">${this.said}</span>
      ${H.user?.is_admin?o`<button class="chip" @click=${()=>t(this,r1,m2).call(this,"mycamera-choose",!0)}>
              ${S(M7)} ${C("choose")}
            </button>`:p}
    `},P9=function(C){let{localize:H,hass:V}=this.context,e=(i,a,d)=>o`<button class="chip" ?disabled=${this.busy||C.size===0} @click=${()=>{t(this,r1,_9).call(this,d)}}>
        ${S(i)} ${a}
      </button>`,r=i=>async a=>(await b5(V,a,i),H("saved"));return o`
      <strong>${P(H,V.language,"chosen",C.size)}</strong>
      <button class="chip" @click=${()=>t(this,r1,m2).call(this,"mycamera-choose-all",null)}>${H("choose_shown")}</button>
      ${e(y7,H("analyze_chosen"),async i=>P(H,V.language,"queued",(await y5(V,i)).queued))}
      ${e(B5,H("protect_chosen"),r(!0))}
      ${e($5,H("unprotect"),r(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${H("close")} @click=${()=>t(this,r1,m2).call(this,"mycamera-choose",!1)}>
        ${S(j)}
      </button>
    `},P1.styles=[_,O`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px 8px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],A([c({attribute:!1})],P1.prototype,"context",2),A([c({attribute:!1})],P1.prototype,"which",2),A([c({attribute:!1})],P1.prototype,"chosen",2),A([s()],P1.prototype,"busy",2),A([s()],P1.prototype,"said",2),P1=A([k("mycamera-record-bar")],P1);var B9=O`
  :host {
    display: block;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    overflow: hidden;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
  }
  .row {
    display: grid;
    grid-template-columns: 20px minmax(190px, max-content) minmax(90px, 180px) 1fr 90px 90px 40px 40px;
    align-items: center;
    gap: 12px;
    padding: 4px 8px 4px 16px;
    padding-inline: 16px 8px;
    min-block-size: 52px;
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
  }
  .dot.good {
    background: var(--mc-good);
  }
  .dot.bad {
    background: var(--mc-bad);
  }
  .gap {
    background: color-mix(in srgb, var(--mc-bad) 8%, transparent);
  }
  .gap .dot {
    background: none;
    border: 2px solid var(--mc-bad);
  }
  .when {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .camera,
  .note {
    color: var(--mc-text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    min-inline-size: 0;
  }
  .camera {
    white-space: nowrap;
  }
  .error {
    display: block;
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .number {
    text-align: end;
    color: var(--mc-text-2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .icon-button {
    color: var(--mc-accent);
  }
  video {
    display: block;
    inline-size: 100%;
    /* Its controls stay in sight under the toolbar and the row. */
    max-block-size: min(70vh, calc(100dvh - 240px));
    background: #000;
  }
  .unplayable {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    padding: 12px 16px;
  }
  .foot.tall {
    min-block-size: 280px;
  }
  @media (max-width: 799px) {
    .row {
      grid-template-columns: 20px minmax(0, 1fr) auto 40px 40px;
      grid-template-areas: "dot when when lock play" ". camera number lock play" ". note size lock play";
      gap: 0 10px;
      padding-block: 8px;
    }
    .gap {
      grid-template-areas: "dot when when when when" ". camera camera number number" ". note note note note";
    }
    .dot,
    input {
      grid-area: dot;
    }
    .when {
      grid-area: when;
    }
    .camera {
      grid-area: camera;
    }
    .note {
      grid-area: note;
      font-size: 13px;
    }
    .number {
      grid-area: number;
    }
    .size {
      grid-area: size;
    }
    mycamera-protection {
      grid-area: lock;
    }
    .icon-button {
      grid-area: play;
    }
  }
  input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--mc-accent);
  }
`;var C2,U,$9,R9,F9,E9,D9,z9,I9,N9,W9,x1=class extends b{constructor(){super(...arguments);x(this,U);this.filter=o1;this.playing=null;this.problems=new Map;this.which={status:null,analysis:null};this.chosen=null;this.records=new p2(this,{load:C=>P0(this.context.hass,this.filter,this.which,this.context.formats.timeZone,C),id:C=>String(C.record_id),time:C=>Date.parse(C.start)});this.gaps=new p2(this,{load:C=>R0(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.gap_id),time:C=>Date.parse(C.start)});x(this,C2,null)}connectedCallback(){super.connectedCallback(),h(this,C2,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),l(this,C2)?.disconnect(),h(this,C2,null)}willUpdate(C){(C.has("filter")||C.has("which"))&&(this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),t(this,U,$9).call(this)}updated(){l(this,C2)?.disconnect(),this.foot&&this.records.more&&l(this,C2)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return o`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${C=>{this.which=C.detail}}
        @mycamera-choose=${C=>{this.chosen=C.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(C=>C.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${t(this,U,F9).call(this)}`}};C2=new WeakMap,U=new WeakSet,$9=function(){let C=this.records.items.at(-1),H=this.gaps.items.at(-1);C&&H&&Date.parse(H.start)>Date.parse(C.start)&&this.gaps.next()},R9=function(){let C=this.records.items.at(-1),H=C&&this.records.more?Date.parse(C.start):Number.NEGATIVE_INFINITY,V=this.records.items.map(r=>({kind:"record",start:r.start,record:r}));if(this.which.status||this.which.analysis)return V;let e=this.gaps.items.filter(r=>Date.parse(r.start)>=H).map(r=>({kind:"gap",start:r.start,gap:r}));return[...V,...e].sort((r,i)=>Date.parse(i.start)-Date.parse(r.start))},F9=function(){let{context:C,records:H}=this,{localize:V}=C,e=t(this,U,R9).call(this);if(e.length===0){if(H.state==="error")return N({icon:a1,bad:!0,...E(C,H.error??"unknown"),action:o`<button class="text-button" @click=${t(this,U,E9)}>${V("retry")}</button>`});if(H.state==="loading"||H.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${V("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,i=this.filter.cameraId!==null||this.filter.day!==null||r;return N({icon:f2,heading:V(i?"no_matches":"no_recordings"),text:V(i?"no_matches_text":"no_recordings_text"),...i?{action:o`<button
                class="text-button"
                @click=${()=>{this.which={status:null,analysis:null},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${V("clear_filters")}
              </button>`}:{}})}return o`
      ${n1(w3(e,r=>C.formats.day(r.start)),r=>r.key,r=>o`<section>
          <h2 class="day">${C.formats.heading(r.key)}</h2>
          <ul>
            ${n1(r.items,i=>i.kind==="gap"?`g${i.gap.gap_id}`:`r${i.record.record_id}`,i=>i.kind==="gap"?t(this,U,z9).call(this,i.gap):t(this,U,I9).call(this,i.record))}
          </ul>
        </section>`)}
      <div class="foot">${t(this,U,D9).call(this)}</div>
    `},E9=function(){this.records.reload(),this.gaps.reload()},D9=function(){let{records:C,context:H}=this;return C.state==="error"?o`<p>${E(H,C.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`:C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},z9=function(C){let{context:H}=this,{formats:V,localize:e}=H;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${V.range(C.start,C.end)}</span>
      <span class="camera" dir="auto">${e1(H,C.camera_id)}</span>
      <span class="note">${e("gap_because",{cause:Q1(H,C.cause)})}</span>
      <span class="number">${V.duration((Date.parse(C.end)-Date.parse(C.start))/1e3)}</span>
    </li>`},I9=function(C){let{context:H}=this,{formats:V,localize:e}=H,r=e1(H,C.camera_id),i=this.playing===C.record_id,a=C.status==="success",d=C.status==="failed"&&C.video_url!==null?"incomplete":C.status,v=(Date.parse(C.end)-Date.parse(C.start))/1e3;return o`<li>
      <div class="row">
        ${this.chosen===null?o`<span class="dot ${a?"good":"bad"}"></span>`:o`<input
                type="checkbox"
                aria-label=${e("choose_record",{camera:r,time:V.time(C.start)})}
                .checked=${this.chosen.has(C.record_id)}
                @change=${n=>t(this,U,N9).call(this,C.record_id,n.target.checked)}
              />`}
        <span class="when">${V.range(C.start,C.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${C.error??""}>
          ${L1(e,`record_${d}`,"record_failed")} ·
          ${L1(e,`analysis_${C.analysis_status}`,"analysis_pending")}
          ${C.error?o`<span class="error" dir="auto">${C.error}</span>`:p}
        </span>
        <span class="number">${V.duration(C.duration??v)}</span>
        <span class="number size">${C.file_size===null?"":V.bytes(C.file_size)}</span>
        <mycamera-protection
          .context=${H}
          .recordId=${C.record_id}
          .kept=${C.protected}
        ></mycamera-protection>
        ${C.video_url===null?o`<span class="no-button"></span>`:o`<button
                class="icon-button"
                aria-expanded=${i?"true":"false"}
                aria-label=${e("play_recording",{camera:r,time:V.time(C.start)})}
                @click=${()=>{this.playing=i?null:C.record_id}}
              >
                ${S(i?T5:D5)}
              </button>`}
      </div>
      ${i&&C.video_url!==null?t(this,U,W9).call(this,C,C.video_url):p}
    </li>`},N9=function(C,H){let V=new Set(this.chosen);H?V.add(C):V.delete(C),this.chosen=V},W9=function(C,H){let{context:V}=this,e=V.hass.hassUrl(H),r=this.problems.get(C.record_id);return r?o`<p class="unplayable" role="alert">
        ${O2(V,r,C.codec)}
        ${r==="unplayable"?o`<a class="text-button" href=${e} download>${V.localize("download")}</a>`:p}
      </p>`:o`<video
      src=${e}
      aria-label=${V.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[C.record_id,await w5(e)]])}}
    ></video>`},x1.styles=[_,p1,B9],A([c({attribute:!1})],x1.prototype,"context",2),A([c({attribute:!1})],x1.prototype,"filter",2),A([s()],x1.prototype,"playing",2),A([s()],x1.prototype,"problems",2),A([s()],x1.prototype,"which",2),A([s()],x1.prototype,"chosen",2),A([R(".foot")],x1.prototype,"foot",2),x1=A([k("mycamera-recordings")],x1);var U9=O`
  :host {
    display: block;
    padding-block-start: 12px;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr));
    gap: var(--mc-gap);
  }
  section {
    display: grid;
    align-content: start;
    gap: 10px;
    padding: 16px;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  section.bad {
    border-color: var(--mc-bad);
  }
  section.warn {
    border-color: var(--mc-warn);
  }
  h2 {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px 10px;
    font-size: 16px;
    font-weight: 500;
  }
  h2 > svg {
    color: var(--mc-text-2);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    font-size: 13px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-text-2);
  }
  .dot.good {
    background: var(--mc-good);
  }
  .dot.warn {
    background: var(--mc-warn);
  }
  .dot.bad {
    background: var(--mc-bad);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin: 0;
  }
  dt {
    font-size: 12px;
    color: var(--mc-text-2);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .error {
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .text-button {
    justify-self: start;
  }
`;var N8=1e4,W8=3,x5,K,k3,v5,G9,Q9,K9,q9,U1=class extends b{constructor(){super(...arguments);x(this,K);this.system=null;this.failure=null;x(this,x5)}connectedCallback(){super.connectedCallback(),t(this,K,k3).call(this),h(this,x5,window.setInterval(()=>{t(this,K,k3).call(this)},N8))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(l(this,x5))}willUpdate(C){C.has("overview")&&C.get("overview")&&t(this,K,k3).call(this)}render(){let{context:C,system:H,overview:V}=this,{localize:e}=C;return H===null?this.failure!==null?N({icon:a1,bad:!0,...E(C,this.failure)}):o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e("loading")}></div>
      </div>`:o`<div class="parts">
      ${H.cameras.map(r=>t(this,K,G9).call(this,r))} ${t(this,K,Q9).call(this,V)}
      ${t(this,K,K9).call(this,V,H)} ${t(this,K,q9).call(this,H)}
    </div>`}};x5=new WeakMap,K=new WeakSet,k3=async function(){if(!document.hidden)try{this.system=await W0(this.context.hass),this.failure=null}catch(C){this.failure=T(C)}},v5=function(C,H,V,e,r,i,a=null,d=null){let{localize:v,hass:n}=this.context;return o`<section class=${V}>
      <h2>${S(C)} <span dir="auto">${H}</span> <span class="status"><span class="dot ${V}"></span>${e}</span></h2>
      ${r.length>0?o`<dl>
              ${r.map(([g,f])=>o`<div>
                  <dt>${g}</dt>
                  <dd>${f}</dd>
                </div>`)}
            </dl>`:p}
      ${a?o`<p class="error" dir="auto">${a}</p>`:p}
      ${i?o`<p class="advice">${i}</p>`:p}
      ${i&&d&&n.user?.is_admin?o`<a class="text-button" href=${d}>${v("add_camera")}</a>`:p}
    </section>`},G9=function(C){let{localize:H,formats:V,hass:e}=this.context,r=C.recording_status,i=C.detection_enabled&&!C.watching,a=r==="off"?"off":r==="connecting"?"warn":r!=="recording"?"bad":i?"warn":"good",d=[];if(C.coverage!==null){let n=C.gaps?` · ${P(H,e.language,"gaps",C.gaps)}`:"";d.push([H("last_day_recorded"),`${V.percent(Math.floor(C.coverage*100)/100)}${n}`])}C.persons_today!==null&&d.push([H("people_today"),String(C.persons_today)]),C.bytes!==null&&d.push([H("recordings"),V.bytes(C.bytes)]),C.stream_fps!==null&&d.push([H("stream_fps"),C.stream_fps.toFixed(0)]);let v=a==="bad"?L1(H,`advice_${r}`,"advice_camera"):i?H("not_watching"):"";return t(this,K,v5).call(this,u2,C.name,a,H(`status_${r}`),d,v,C.recording_error??(i?C.watch_error:null),"/config/integrations/integration/mycamera")},Q9=function(C){let{localize:H,hass:V}=this.context,{worker:e,minutes_behind:r,pending_analyses:i,pending_captions:a}=C,d=e.overloaded?"overloaded":e.status,v=d==="connected"?"good":d==="failed"||d==="disconnected"?"bad":"warn",n=[];e.device&&n.push([H("device"),e.device]),e.version&&n.push([H("version"),e.version]),r?n.push([H("queue"),P(H,V.language,"minutes_behind",r)]):i&&n.push([H("queue"),P(H,V.language,"pending_analyses",i)]),a&&n.push([H("descriptions"),P(H,V.language,"pending_captions",a)]);let g=v==="good"?"":L1(H,`worker_${d}_advice`,"advice_worker");return t(this,K,v5).call(this,K2,H("analysis"),v,H(`worker_${d}`),n,g,e.error,"/config/integrations/integration/mycamera")},K9=function(C,H){let{localize:V,formats:e,hass:r}=this.context,{available:i,since:a,waiting:d}=C.database,v=[];return H.database_bytes!==null&&v.push([V("size"),e.bytes(H.database_bytes)]),a&&v.push([V("since"),e.dateTime(a)]),t(this,K,v5).call(this,A7,V("database"),i?"good":"bad",V(i?"database_answers":"database_down"),v,i?"":P(V,r.language,"database_waiting",d),null,"/config/integrations/integration/mycamera")},q9=function(C){let{localize:H,formats:V,hass:e}=this.context,r=C.days_until_full,i=C.free_bytes!==null,a=r!==null&&r<W8&&!C.never_full,d=[];return C.free_bytes!==null&&d.push([H("free"),V.bytes(C.free_bytes)]),r!==null?d.push([H("full_in"),P(H,e.language,"days",Math.max(0,Math.round(r)))]):C.never_full&&d.push([H("full_in"),H("never_full")]),C.recordings_path&&d.push([H("folder"),C.recordings_path]),t(this,K,v5).call(this,x7,H("storage"),i?a?"warn":"good":"warn",H(i?a?"storage_soon_full":"storage_good":"storage_unknown"),d,a?H("storage_advice"):"",null,"/config/integrations/integration/mycamera")},U1.styles=[_,p1,U9],A([c({attribute:!1})],U1.prototype,"context",2),A([c({attribute:!1})],U1.prototype,"overview",2),A([s()],U1.prototype,"system",2),A([s()],U1.prototype,"failure",2),U1=A([k("mycamera-system")],U1);var j9=O`
  :host {
    display: block;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(250px, 100%), 1fr));
    gap: var(--mc-gap);
    margin: 0;
    padding: 0 0 8px;
    list-style: none;
  }
  .card {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    text-align: start;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    transition: box-shadow 0.15s;
  }
  button.card:hover {
    box-shadow: 0 2px 10px rgba(0, 0, 0, 0.18);
  }
  .picture {
    display: block;
    position: relative;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    background: var(--mc-sunken);
    flex: none;
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: 50% 25%;
  }
  .missing {
    display: grid;
    place-items: center;
    block-size: 100%;
    color: var(--mc-text-2);
  }
  .facts {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 10px 12px 12px;
    min-inline-size: 0;
    flex: 1;
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-inline-size: 0;
  }
  time {
    font-weight: 500;
    font-size: 15px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .camera {
    color: var(--mc-text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .none {
    color: var(--mc-text-2);
    font-style: italic;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: auto;
    padding-block-start: 6px;
    font-size: 12px;
    color: var(--mc-text-2);
  }
  .badges span {
    padding: 1px 8px;
    border-radius: 10px;
    background: color-mix(in srgb, var(--mc-text) 8%, transparent);
    font-variant-numeric: tabular-nums;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-inline-size: 100%;
  }
  .badges .source {
    background: none;
    padding-inline: 2px;
  }
  .ghost .card {
    block-size: 300px;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  .fresh .card {
    animation: arrive 2.4s ease-out;
  }
  @keyframes arrive {
    from {
      border-color: var(--mc-accent);
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--mc-accent) 50%, transparent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ghost .card,
    .fresh .card {
      animation: none;
    }
  }
  @media (max-width: 599px) {
    ul {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .card {
      flex-direction: row;
    }
    .picture {
      inline-size: 112px;
      aspect-ratio: auto;
      min-block-size: 112px;
      align-self: stretch;
    }
    .ghost .card {
      block-size: 112px;
    }
  }
  li {
    position: relative;
  }
  /* More cards beneath this one. */
  .stack .card {
    box-shadow:
      0 4px 0 -1px var(--mc-surface),
      0 5px 0 0 var(--mc-line),
      0 8px 0 -2px var(--mc-surface),
      0 9px 0 -1px var(--mc-line);
    margin-block-end: 9px;
    block-size: calc(100% - 9px);
  }
  .of-visit .card {
    border-color: color-mix(in srgb, var(--mc-accent) 55%, var(--mc-line));
  }
  .visit {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 36px;
    padding-inline: 8px 12px;
    border-radius: 18px;
    color: #fff;
    background: rgba(0, 0, 0, 0.65);
    font-size: 13px;
    font-weight: 500;
  }
  .visit:hover {
    background: rgba(0, 0, 0, 0.85);
  }
  .visit svg {
    inline-size: 20px;
    block-size: 20px;
  }
  .unseen {
    flex: none;
    align-self: center;
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--mc-accent);
  }
  @media (max-width: 599px) {
    .visit {
      inset-block-start: 4px;
      inset-inline-end: 4px;
    }
  }
`;var U8=2*6e4,G8=30*6e4;function X9(M){let L=[],C=new Map;for(let H of M){let V=C.get(H.camera_id),e=V?.at(-1),r=V?.[0],i=e!==void 0&&Date.parse(e.first_seen)-Date.parse(H.last_seen)<=U8,a=r!==void 0&&Date.parse(r.first_seen)-Date.parse(H.first_seen)>G8;if(V&&i&&!a)V.push(H);else{let d=[H];C.set(H.camera_id,d),L.push(d)}}return L.map(H=>({key:H.at(-1)?.event_id??"",persons:H}))}function Y9(M){let L=C=>(C.caption_source&&C.caption_source!=="factual"?10:0)+(C.thumbnail_url?5:0)+C.confidence+Math.min(1,i2(C)/60);return M.persons.reduce((C,H)=>L(H)>L(C)?H:C)}var H2,z,J9,C6,H6,V6,L6,e6,_3,r6,M6,c1=class extends b{constructor(){super(...arguments);x(this,z);this.filter=o1;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.feed=new p2(this,{load:C=>T0(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>C.event_id,time:C=>Date.parse(C.first_seen)});x(this,H2,null)}connectedCallback(){super.connectedCallback(),h(this,H2,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),l(this,H2)?.disconnect(),h(this,H2,null)}willUpdate(C){C.has("filter")&&this.feed.reload()}updated(){l(this,H2)?.disconnect(),this.foot&&this.feed.more&&l(this,H2)?.observe(this.foot)}live(C,H){if(!t(this,z,J9).call(this,C))return;let V=this.feed.items.some(e=>e.event_id===C.event_id);!this.feed.put(C)||V||!H||(this.fresh=new Set([...this.fresh,C.event_id]))}neighbour(C,H){let V=this.feed.items.findIndex(e=>e.event_id===C);return V<0?null:(H===1&&V>=this.feed.items.length-3&&this.feed.next(),this.feed.items[V+H]??null)}render(){let{feed:C,context:H}=this;if(C.items.length===0)return t(this,z,H6).call(this);let V=w3(C.items,e=>H.formats.day(e.first_seen));return o`
      ${n1(V,e=>e.key,e=>o`<section aria-labelledby="day-${e.key}">
          <h2 class="day" id="day-${e.key}">${H.formats.heading(e.key)}</h2>
          <ul>
            ${n1(X9(e.items),r=>r.key,r=>t(this,z,V6).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${t(this,z,C6).call(this)}</div>
    `}};H2=new WeakMap,z=new WeakSet,J9=function(C){let{cameraId:H,day:V,text:e,zone:r,hours:i,minConfidence:a,minSeconds:d}=this.filter;return H&&C.camera_id!==H||r||C.confidence<a||i2(C)<d||i&&!this.context.formats.inHours(C.first_seen,i)||V&&this.context.formats.day(C.first_seen)!==V?!1:M4(`${C.caption??""}
${C.caption_zh??""}`,e)},C6=function(){let{feed:C,context:H}=this;if(C.state==="error"){let V=E(H,C.error??"unknown");return o`<p>${V.heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`}return C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},H6=function(){let{feed:C,context:H}=this,{localize:V}=H;return C.state==="error"?N({icon:a1,bad:!0,...E(H,C.error??"unknown"),action:o`<button class="text-button" @click=${()=>{C.reload()}}>${V("retry")}</button>`}):C.state==="loading"||C.more?o`<div class="visually-hidden" role="status">${V("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:y3(this.filter)?N({icon:J0,heading:V("no_matches"),text:V("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${V("clear_filters")}
          </button>`}):H.overview===null?N({icon:c2,heading:V("step_wait"),text:V("step_wait_text")}):l3(H,H.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},V6=function(C){let[H]=C.persons;return C.persons.length===1&&H?t(this,z,_3).call(this,H):this.opened.has(C.key)?o`${C.persons.map((e,r)=>t(this,z,_3).call(this,e,r===0?C:void 0,!0))}`:t(this,z,_3).call(this,Y9(C),C)},L6=function(C){let H=new Set(this.opened);H.delete(C.key)||H.add(C.key),this.opened=H},e6=function(C,H){let{localize:V,formats:e,hass:r}=this.context,i=C.persons[0]?.last_seen??"",a=C.persons.at(-1)?.first_seen??"",d=P(V,r.language,"visit",C.persons.length);return o`<button
      class="visit"
      aria-expanded=${H?"true":"false"}
      title=${e.range(a,i)}
      @click=${()=>t(this,z,L6).call(this,C)}
    >
      ${S(H?T5:t7)}<span>${H?V("visit_close"):d}</span>
    </button>`},_3=function(C,H,V=!1){let{context:e}=this,{localize:r,formats:i}=e,a=C.seen===!1&&!this.looked.has(C.event_id),d=e1(e,C.camera_id),[v]=y1(e,C),n=C.caption_status==="pending"||C.caption_status==="running";return o`<li class="${this.fresh.has(C.event_id)?"fresh":""} ${H&&!V?"stack":""} ${V?"of-visit":""}">
      ${H?t(this,z,e6).call(this,H,V):p}
      <button class="card" @click=${()=>t(this,z,M6).call(this,C)}>
        <span class="picture">${t(this,z,r6).call(this,C,d)}</span>
        <span class="facts">
          <span class="line">
            ${a?o`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:p}
            <time datetime=${C.first_seen}>${i.timeSeconds(C.first_seen)}</time>
            <span class="camera" dir="auto">${d}</span>
          </span>
          ${v?o`<span class="caption" lang=${v.lang} dir="auto">${v.text}</span>`:o`<span class="caption none">${r(n?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${i.duration(i2(C))}</span>
            <span title=${r("confidence")}>${i.percent(C.confidence)}</span>
            ${v&&C.caption_source!=="factual"?o`<span class="source" title=${r("description_by")}>${C3(e,C)}</span>`:p}
          </span>
        </span>
      </button>
    </li>`},r6=function(C,H){let{localize:V,formats:e,hass:r}=this.context,i=C.thumbnail_url??C.snapshot_url;return i===null||this.broken.has(i)?o`<span class="missing" title=${V("picture_missing")}>${S(S2)}</span>`:o`<img
      src=${r.hassUrl(i)}
      alt=${V("picture_of",{camera:H,time:e.time(C.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,i])}}
    />`},M6=function(C){this.looked=new Set([...this.looked,C.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},c1.styles=[_,p1,j9],A([c({attribute:!1})],c1.prototype,"context",2),A([c({attribute:!1})],c1.prototype,"filter",2),A([s()],c1.prototype,"broken",2),A([s()],c1.prototype,"fresh",2),A([s()],c1.prototype,"opened",2),A([s()],c1.prototype,"looked",2),A([R(".foot")],c1.prototype,"foot",2),c1=A([k("mycamera-timeline")],c1);var T3=_2(class extends j1{constructor(M){if(super(M),M.type!==h1.PROPERTY&&M.type!==h1.ATTRIBUTE&&M.type!==h1.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!y4(M))throw Error("`live` bindings can only contain a single expression")}render(M){return M}update(M,[L]){if(L===J||L===p)return L;let C=M.element,H=M.name;if(M.type===h1.PROPERTY){if(L===C[H])return J}else if(M.type===h1.BOOLEAN_ATTRIBUTE){if(!!L===C.hasAttribute(H))return J}else if(M.type===h1.ATTRIBUTE&&C.getAttribute(H)===L+"")return J;return n3(M),L}});function i6(M){return M.length<3?"few":K8(M)?"crosses":Q8(M)<5e-4?"small":null}function v0(M){return M.map((L,C)=>[L,M[(C+1)%M.length]??L])}function Q8(M){return Math.abs(v0(M).reduce((L,[C,H])=>L+C[0]*H[1]-H[0]*C[1],0))/2}function K8(M){let L=v0(M);return L.some(([C,H],V)=>{let e=L[(V+1)%L.length]?.[1]??H;return j8(C,H,e)?!0:L.some(([r,i],a)=>a-V>1&&!(V===0&&a===L.length-1)&&q8(C,H,r,i))})}function c5(M,L,C){let H=(L[0]-M[0])*(C[1]-M[1])-(L[1]-M[1])*(C[0]-M[0]);return Math.abs(H)<1e-12?0:H}function P3(M,L,C){return Math.min(M[0],L[0])<=C[0]&&C[0]<=Math.max(M[0],L[0])&&Math.min(M[1],L[1])<=C[1]&&C[1]<=Math.max(M[1],L[1])}function q8(M,L,C,H){let[V,e,r,i]=[c5(M,L,C),c5(M,L,H),c5(C,H,M),c5(C,H,L)];return V*e<0&&r*i<0?!0:V===0&&P3(M,L,C)||e===0&&P3(M,L,H)||r===0&&P3(C,H,M)||i===0&&P3(C,H,L)}function j8(M,L,C){return M[0]===L[0]&&M[1]===L[1]?!0:c5(M,L,C)===0&&(M[0]-L[0])*(C[0]-L[0])+(M[1]-L[1])*(C[1]-L[1])>0}function o6(M,[L,C]){return v0(M).filter(([H,V])=>H[1]>C!=V[1]>C&&L<H[0]+(C-H[1])/(V[1]-H[1])*(V[0]-H[0])).length%2===1}function x0(M){let L=Math.max(1,M.length);return[M.reduce((C,[H])=>C+H,0)/L,M.reduce((C,[,H])=>C+H,0)/L]}function a6(M,L){return[t6(M),t6(L)]}function t6(M){return M>.015?M>1-.015?1:Math.round(M*1e4)/1e4:0}var R3=16,X8=100,B3=.01,u5=class{constructor(L,C){this.selected=null;this.drawing=null;this.#H=[];this.#V=null;this.#e=0;this.shapes=[...L.map(H=>({...H,key:this.#L(),kind:"zone"})),...C.map(H=>({...H,key:this.#L(),kind:"mask",name:"",dwell:0}))],this.#C=this.shapes}#C;#H;#V;#e;#L(){return this.#e+=1,this.#e}get changed(){return this.shapes!==this.#C&&JSON.stringify(this.shapes)!==JSON.stringify(this.#C)}get undoable(){return this.#H.length>0}get current(){return this.shapes.find(L=>L.key===this.selected)??null}count(L){return this.shapes.filter(C=>C.kind===L).length}#r(L,C=null){(C===null||C!==this.#V)&&(this.#H=[...this.#H,{shapes:this.shapes,drawing:this.drawing}].slice(-X8)),this.#V=C,this.shapes=L}endGesture(){this.#V=null}undo(){let L=this.#H.pop();L&&(this.shapes=L.shapes,this.drawing=L.drawing,this.#V=null,this.current===null&&(this.selected=this.drawing))}begin(L,C){this.#t();let H=this.#L();this.#r([...this.shapes,{key:H,id:null,kind:L,name:C,dwell:0,points:[]}]),this.selected=this.drawing=H}offer([L,C,H,V]){if(this.count("mask")>=R3)return;let e=g=>Math.min(1,Math.max(0,Math.round(g*1e4)/1e4)),[r,i,a,d]=[e(L-B3),e(C-B3),e(H+B3),e(V+B3)],v=this.#L(),n=[[r,i],[a,i],[a,d],[r,d]];this.#r([...this.shapes,{key:v,id:null,kind:"mask",name:"",dwell:0,points:n}]),this.selected=v}addPoint(L){let C=this.current;C===null||this.drawing!==C.key||C.points.length>=32||this.#M({...C,points:[...C.points,L]})}finish(){this.#t()&&(this.selected=null),this.drawing=null,this.#V=null}#t(){let L=this.shapes.find(C=>C.key===this.drawing);return!L||L.points.length>=3?!1:(this.#r(this.shapes.filter(C=>C!==L)),this.drawing=null,!0)}insertPoint(L,C){let H=this.current;H===null||H.points.length>=32||this.#M({...H,points:H.points.toSpliced(L+1,0,C)})}movePoint(L,C){let H=this.current;H&&this.#M({...H,points:H.points.with(L,C)},`move ${H.key} ${L}`)}removePoint(L){let C=this.current;C===null||C.points.length<=3&&this.drawing!==C.key||this.#M({...C,points:C.points.toSpliced(L,1)})}rename(L){let C=this.current;C&&this.#M({...C,name:L},`name ${C.key}`)}setDwell(L){let C=this.current;C&&this.#M({...C,dwell:L},`dwell ${C.key}`)}remove(L){this.#r(this.shapes.filter(C=>C.key!==L)),this.drawing===L&&(this.drawing=null),this.selected===L&&(this.selected=null)}#M(L,C=null){this.#r(this.shapes.map(H=>H.key===L.key?L:H),C)}selectAt(L){this.selected=this.shapes.findLast(C=>o6(C.points,L))?.key??null}problem(L){let C=i6(L.points);if(C)return C;if(L.kind==="mask")return null;let H=A6(L.name);return H===""?"nameless":this.shapes.some(e=>e.kind==="zone"&&e!==L&&A6(e.name)===H)?"same_name":null}firstProblem(){for(let L of this.shapes){let C=this.problem(L);if(C)return{shape:L,problem:C}}return null}};function A6(M){return M.trim().replace(/\s+/g," ").toLowerCase()}var n6=O`
  .wrong {
    fill: none;
    stroke: #fff;
    stroke-width: 1.5px;
    stroke-dasharray: 5 4;
    vector-effect: non-scaling-stroke;
    opacity: 0.8;
  }
  @media (min-width: 800px) {
    dialog {
      inline-size: min(1240px, calc(100vw - 32px));
      block-size: min(820px, calc(100dvh - 32px));
      max-inline-size: none;
      max-block-size: none;
    }
  }
  h2 {
    gap: 10px;
    white-space: nowrap;
  }
  .camera {
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 14px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  select,
  input {
    font: inherit;
    font-size: 16px;
    min-block-size: 44px;
    min-inline-size: 0;
    padding-inline: 10px;
    color: inherit;
    background: var(--mc-page);
    border: 1px solid var(--mc-line);
    border-radius: 8px;
  }
  select {
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }
  .text-button {
    min-block-size: 44px;
    border-radius: 22px;
  }
  .save:enabled,
  .ready {
    color: var(--text-primary-color, #fff);
    background: var(--mc-accent);
    border-color: transparent;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    flex: none;
    padding: 6px 20px;
    background: color-mix(in srgb, var(--mc-warn) 18%, var(--mc-surface));
  }
  .notice p {
    flex: 1 1 auto;
    padding-block: 6px;
  }
  .notice.bad {
    background: color-mix(in srgb, var(--mc-bad) 18%, var(--mc-surface));
  }
  .notice.good {
    background: color-mix(in srgb, var(--mc-good) 18%, var(--mc-surface));
  }
  .wait {
    flex: 1;
    display: grid;
    place-items: center;
  }
  .failed {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 16px;
  }
  .body {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    min-block-size: 0;
  }
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-block-size: 0;
    padding: 28px;
    padding-block-end: 8px;
    overflow: auto;
    background: var(--mc-page);
    container-type: size;
  }
  /* As large as fits beside the tools, in the shape of the camera's picture. */
  .picture {
    position: relative;
    flex: none;
    inline-size: min(100cqi, calc((100cqb - 60px) * var(--aspect)));
    aspect-ratio: var(--aspect);
    background: #263238;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    touch-action: manipulation;
  }
  .picture.drawing {
    cursor: crosshair;
    touch-action: none;
  }
  .picture img,
  .picture > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  .instead {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 16px;
    text-align: center;
    color: #cfd8dc;
  }
  .area {
    fill: var(--colour);
    fill-opacity: 0.22;
  }
  .mask .area {
    fill: url(#ignored);
    fill-opacity: 1;
  }
  pattern path {
    stroke: #fff;
    stroke-opacity: 0.65;
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .line {
    fill: none;
    stroke: var(--colour);
    stroke-width: 2.5px;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .selected .area {
    fill-opacity: 0.36;
  }
  .mask.selected .area {
    fill-opacity: 1;
  }
  .selected .line {
    stroke-width: 3.5px;
  }
  .bad .line {
    stroke: var(--mc-bad);
    stroke-dasharray: 8 5;
  }
  .label {
    position: absolute;
    translate: -50% -50%;
    max-inline-size: 40%;
    padding: 1px 8px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 13px;
    font-weight: 500;
    color: #fff;
    background: rgba(0, 0, 0, 0.6);
    border-inline-start: 4px solid var(--colour);
    border-radius: 4px;
    pointer-events: none;
  }
  /* What a finger can hit is larger than what is seen. */
  .corner,
  .edge {
    position: absolute;
    translate: -50% -50%;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    display: grid;
    place-items: center;
  }
  .corner {
    touch-action: none;
    cursor: grab;
  }
  .corner::before,
  .edge::before {
    content: "";
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--colour);
    border: 2.5px solid #fff;
    box-shadow: 0 0 4px rgba(0, 0, 0, 0.8);
  }
  .chosen::before {
    inline-size: 24px;
    block-size: 24px;
  }
  .edge::before {
    content: "+";
    display: grid;
    place-items: center;
    font-size: 14px;
    font-weight: 700;
    line-height: 1;
    color: #000;
    background: rgba(255, 255, 255, 0.8);
    border: 0;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    inline-size: 100%;
    min-block-size: 48px;
    padding-block-start: 6px;
    color: var(--mc-text-2);
  }
  .tools p {
    flex: 1;
  }
  .tools .icon-button {
    inline-size: 44px;
    block-size: 44px;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 16px;
    overflow-y: auto;
    border-inline-start: 1px solid var(--mc-line);
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .add .text-button {
    flex: 1 1 auto;
    justify-content: center;
    padding-inline: 12px;
  }
  .hint {
    color: var(--mc-text-2);
    font-size: 13px;
  }
  ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    gap: 10px;
    padding: 2px 4px 2px 12px;
    padding-inline: 12px 4px;
    border: 1px solid var(--mc-line);
    border-radius: 10px;
  }
  li.selected {
    padding-block-end: 12px;
    border-color: var(--colour);
    box-shadow: inset 3px 0 0 var(--colour);
  }
  .head {
    display: flex;
    align-items: center;
  }
  .head .icon-button {
    inline-size: 44px;
    block-size: 44px;
    color: var(--mc-text-2);
  }
  .choose {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    min-block-size: 44px;
    text-align: start;
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
  }
  .swatch {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 4px;
    background: var(--colour);
  }
  .swatch.mask {
    background: repeating-linear-gradient(135deg, var(--colour) 0 2px, transparent 2px 5px);
    border: 1px solid var(--colour);
  }
  label {
    display: grid;
    gap: 4px;
    margin-inline-end: 8px;
    font-size: 12px;
    color: var(--mc-text-2);
  }
  input {
    inline-size: 100%;
    color: var(--mc-text);
  }
  .problem {
    margin-inline-end: 8px;
    color: var(--mc-bad);
    font-size: 13px;
  }
  @media (max-width: 799px) {
    .body {
      display: flex;
      flex-direction: column;
      overflow-y: auto;
    }
    .stage {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      flex: none;
      container-type: inline-size;
      overflow: visible;
      padding: 22px 22px 0;
      border-block-end: 1px solid var(--mc-line);
    }
    .notice[role="alertdialog"] p {
      flex-basis: 100%;
    }
    .picture {
      inline-size: min(100cqi, calc(48dvh * var(--aspect)));
    }
    .side {
      flex: none;
      overflow: visible;
      border: 0;
      padding-block-end: calc(24px + var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px)));
    }
  }
`;var d6=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],l6="#9e9e9e",Y8=.005,J8=.03,CC=80,HC=3e3,z2,I2,m,F3,m6,H1,s6,v6,u0,x6,c6,Z0,u6,Z6,S0,S6,h6,h0,f6,E3,g6,O6,f0,D3,D2,g0,b6,y6,w6,k6,_6,Z5,T6,P6,B6,$6,R6,F6,E6,D6,I=class extends b{constructor(){super(...arguments);x(this,m);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;x(this,z2);x(this,I2,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(l(this,z2))}willUpdate(C){C.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&t(this,m,F3).call(this,this.cameraId,!1))}updated(C){C.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){t(this,m,D2).call(this,{to:"close"})}render(){return o`<dialog
      aria-labelledby="title"
      @cancel=${t(this,m,g0)}
      @keydown=${t(this,m,y6)}
      @close=${t(this,m,b6)}
    >
      ${this.cameraId===null?p:t(this,m,w6).call(this,this.cameraId)}
    </dialog>`}};z2=new WeakMap,I2=new WeakMap,m=new WeakSet,F3=async function(C,H){try{let V=await Q0(this.context.hass,C);if(this.cameraId!==C||(this.still=V.still_url??null,this.broken=this.still===null,this.wrong=V.false_positives??[],H))return;this.draft=new u5(V.zones,V.masks),this.offered&&this.draft.offer(this.offered)}catch(V){this.cameraId===C&&(this.error=T(V))}},m6=function(C){this.error=null,t(this,m,F3).call(this,C,!1)},H1=function(C){if(!this.draft)return;C(this.draft),this.complaint=null,this.saved=!1;let H=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=H&&(this.corner=null),this.requestUpdate()},s6=function(C){t(this,m,H1).call(this,H=>{H.finish(),H.selected=C,this.corner=null})},v6=function(C){let{localize:H}=this.context;t(this,m,H1).call(this,V=>{let e=C==="zone"?H("new_zone",{number:V.count("zone")+1}):"";V.begin(C,e),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},u0=function(C){let H=this.picture?.getBoundingClientRect();return!H||H.width===0?[0,0]:a6((C.clientX-H.left)/H.width,(C.clientY-H.top)/H.height)},x6=function(C){if(C.target instanceof Element&&C.target.closest("button"))return;let H=t(this,m,u0).call(this,C);t(this,m,H1).call(this,V=>{V.drawing!==null?(V.addPoint(H),this.corner=(V.current?.points.length??1)-1):(V.selectAt(H),this.corner=null)})},c6=function(C){C.key!=="Enter"||C.target!==this.picture||this.draft?.drawing==null||(C.preventDefault(),t(this,m,H1).call(this,H=>{H.addPoint([.5,.5]),this.corner=(H.current?.points.length??1)-1}),t(this,m,Z0).call(this))},Z0=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},u6=function(C,H){C.button===0&&(C.currentTarget.setPointerCapture(C.pointerId),h(this,I2,H),this.corner=H)},Z6=function(C,H){if(l(this,I2)!==H)return;let V=t(this,m,u0).call(this,C);t(this,m,H1).call(this,e=>e.movePoint(H,V))},S0=function(){h(this,I2,null),this.draft?.endGesture()},S6=function(C){let H=this.draft;C===0&&H?.drawing!=null&&(H.current?.points.length??0)>=3?t(this,m,E3).call(this):this.corner=C},h6=function(C,H){let V=this.draft?.current?.points[H];if(!V)return;let e=C.shiftKey?J8:Y8,i={ArrowLeft:[-e,0],ArrowRight:[e,0],ArrowUp:[0,-e*this.aspect],ArrowDown:[0,e*this.aspect]}[C.key];if(i){let a=[p6(V[0]+i[0]),p6(V[1]+i[1])];t(this,m,H1).call(this,d=>d.movePoint(H,a))}else if(C.key==="Delete"||C.key==="Backspace")t(this,m,h0).call(this,H);else return;C.preventDefault()},h0=function(C){t(this,m,H1).call(this,H=>H.removePoint(C)),this.corner=null},f6=function(C,H){t(this,m,H1).call(this,V=>V.insertPoint(C,H)),this.corner=C+1,t(this,m,Z0).call(this)},E3=function(){t(this,m,H1).call(this,C=>{C.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},g6=async function(){let{draft:C,cameraId:H}=this;if(!C||H===null||this.saving)return;t(this,m,H1).call(this,()=>C.finish());let V=C.firstProblem();if(V){C.selected=V.shape.key,this.complaint=t(this,m,f0).call(this,V.shape,V.problem);return}this.saving=!0;try{let e=await K0(this.context.hass,H,{zones:C.shapes.filter(r=>r.kind==="zone").map(({id:r,name:i,points:a,dwell:d})=>({id:r,name:i.trim(),points:a,dwell:d})),masks:C.shapes.filter(r=>r.kind==="mask").map(({id:r,points:i})=>({id:r,points:i}))});if(this.cameraId!==H)return;this.draft=new u5(e.zones,e.masks),this.corner=null,this.saved=!0,window.clearTimeout(l(this,z2)),h(this,z2,window.setTimeout(()=>{this.saved=!1},HC))}catch(e){this.complaint=t(this,m,O6).call(this,T(e))}finally{this.saving=!1}},O6=function(C){let{localize:H}=this.context;return L1(H,`refused_${C}`,"save_failed").replaceAll("{code}",C)},f0=function(C,H){let{localize:V}=this.context;return V(`problem_${H}`,{name:t(this,m,D3).call(this,C)})},D3=function(C){return C.kind==="mask"?this.context.localize("ignored_area"):C.name.trim()},D2=function(C){if(this.draft?.changed&&!this.leaving){this.leaving=C;return}this.leaving=null,C.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:C.cameraId}))},g0=function(C){C.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?t(this,m,E3).call(this):t(this,m,D2).call(this,{to:"close"})},b6=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},y6=function(C){if(C.key==="Escape"){t(this,m,g0).call(this,C);return}let H=C.target instanceof HTMLInputElement;(C.ctrlKey||C.metaKey)&&C.key.toLowerCase()==="z"&&!C.shiftKey&&!H&&(C.preventDefault(),t(this,m,H1).call(this,V=>V.undo()))},w6=function(C){let{context:H,draft:V}=this,{localize:e}=H;return o`
      <header>
        <h2 id="title">${e("zones")} ${t(this,m,k6).call(this,C)}</h2>
        <button
          class="icon-button"
          aria-label=${e("undo")}
          title=${e("undo")}
          ?disabled=${!V?.undoable}
          @click=${()=>t(this,m,H1).call(this,r=>r.undo())}
        >
          ${S(_7)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!V||this.saving||!V.changed}
          @click=${()=>{t(this,m,g6).call(this)}}
        >
          ${e("save")}
        </button>
        <button class="icon-button" aria-label=${e("close")} @click=${()=>t(this,m,D2).call(this,{to:"close"})}>
          ${S(j)}
        </button>
      </header>
      ${t(this,m,_6).call(this)}
      ${V?o`<div class="body">
              <div class="stage">${t(this,m,T6).call(this,V)} ${t(this,m,R6).call(this,V)}</div>
              <div class="side">${t(this,m,F6).call(this,V)}</div>
            </div>`:o`<div class="wait">
              ${this.error===null?o`<div class="spinner" role="progressbar" aria-label=${e("loading")}></div>`:o`<div class="failed" role="alert">
                      <p>${E(H,this.error).heading}</p>
                      <button class="text-button" @click=${()=>t(this,m,m6).call(this,C)}>${e("retry")}</button>
                    </div>`}
            </div>`}
    `},k6=function(C){let H=this.context.overview?.cameras??[];return H.length<2?o`<span class="camera" dir="auto">${e1(this.context,C)}</span>`:o`<select
      aria-label=${this.context.localize("camera")}
      .value=${T3(C)}
      @change=${V=>{let e=V.target;t(this,m,D2).call(this,{to:"camera",cameraId:e.value}),e.value=C}}
    >
      ${H.map(V=>o`<option value=${V.camera_id} ?selected=${V.camera_id===C}>${V.name}</option>`)}
    </select>`},_6=function(){let{localize:C}=this.context,{leaving:H}=this;return H?o`<div class="notice" role="alertdialog" aria-label=${C("unsaved")}>
        <p>${C("unsaved")}</p>
        <button class="text-button" @click=${()=>t(this,m,D2).call(this,H)}>${C("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${C("keep_editing")}
        </button>
      </div>`:this.complaint?o`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?o`<div class="notice good" role="status">${S(L7)}<p>${C("saved")}</p></div>`:p},Z5=function(C){if(C.kind==="mask")return l6;let H=this.draft?.shapes.filter(V=>V.kind==="zone")??[];return d6[H.indexOf(C)%d6.length]??l6},T6=function(C){let{localize:H,hass:V}=this.context,e=C.drawing!==null;return o`<div
      class="picture ${e?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${e?0:-1}
      role="group"
      aria-label=${H("zones_of",{camera:e1(this.context,this.cameraId??"")})}
      @click=${t(this,m,x6)}
      @keydown=${t(this,m,c6)}
    >
      ${this.still&&!this.broken?o`<img
              src=${V.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:i,naturalHeight:a}=r.target;i&&a&&(this.aspect=i/a),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:o`<p class="instead">${S(S2)} ${H("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?o`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
            </div>`:p}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([r,i,a,d])=>F1`<rect class="wrong" x=${r} y=${i} width=${a-r} height=${d-i}></rect>`)}
        ${C.shapes.map(r=>t(this,m,P6).call(this,r,C))}
      </svg>
      ${C.shapes.map(r=>t(this,m,B6).call(this,r,C))}
      ${C.current?t(this,m,$6).call(this,C,C.current):p}
    </div>`},P6=function(C,H){let V=H.drawing===C.key,e=!V&&["crosses","small"].includes(H.problem(C)??""),r=`${C.kind} ${H.selected===C.key?"selected":""} ${e?"bad":""}`,i=C.points.map(a=>a.join(",")).join(" ");return F1`<g class=${r} style="--colour: ${t(this,m,Z5).call(this,C)}">
      <polygon class="area" points=${i}></polygon>
      ${V?F1`<polyline class="line" points=${i}></polyline>`:F1`<polygon class="line" points=${i}></polygon>`}
    </g>`},B6=function(C,H){if(C.kind==="mask"||C.points.length<3||H.drawing===C.key)return p;let[V,e]=x0(C.points);return o`<span class="label" style=${c0([V,e],t(this,m,Z5).call(this,C))} dir="auto">${C.name}</span>`},$6=function(C,H){let{localize:V}=this.context,e=t(this,m,Z5).call(this,H),r=t(this,m,D3).call(this,H),i=H.points.map((v,n)=>o`<button
        class="corner ${this.corner===n?"chosen":""}"
        data-index=${n}
        style=${c0(v,e)}
        aria-label=${V("corner",{number:n+1,name:r})}
        @pointerdown=${g=>t(this,m,u6).call(this,g,n)}
        @pointermove=${g=>t(this,m,Z6).call(this,g,n)}
        @pointerup=${t(this,m,S0)}
        @pointercancel=${t(this,m,S0)}
        @click=${()=>t(this,m,S6).call(this,n)}
        @focus=${()=>{this.corner=n}}
        @keydown=${g=>t(this,m,h6).call(this,g,n)}
      ></button>`);if(C.drawing!==null||H.points.length>=32)return o`${i}`;let a=this.picture?.clientWidth??0,d=H.points.map((v,n)=>{let g=H.points[(n+1)%H.points.length]??v;if(Math.hypot((g[0]-v[0])*a,(g[1]-v[1])*a/this.aspect)<CC)return p;let B=x0([v,g]);return o`<button
        class="edge"
        style=${c0(B,e)}
        aria-label=${V("insert_corner",{number:n+1})}
        @click=${()=>t(this,m,f6).call(this,n,B)}
      ></button>`});return o`${d}${i}`},R6=function(C){let{localize:H}=this.context,V=C.current;if(C.drawing!==null){let r=(V?.points.length??0)>=3;return o`<div class="tools">
        <p>${H("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${t(this,m,E3)}>
          ${H(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let e=this.corner;return o`<div class="tools">
      <p>${V?H("edit_hint"):""}</p>
      ${V&&e!==null&&V.points.length>3?o`<button class="text-button" @click=${()=>t(this,m,h0).call(this,e)}>
              ${S(T7)} ${H("remove_corner")}
            </button>`:p}
      <button
        class="icon-button"
        aria-label=${H("new_picture")}
        title=${H("new_picture")}
        @click=${()=>this.cameraId!==null&&void t(this,m,F3).call(this,this.cameraId,!0)}
      >
        ${S(V7)}
      </button>
    </div>`},F6=function(C){let{localize:H}=this.context,V=(e,r)=>{let i=C.count(e)>=R3;return o`<button
        class="text-button"
        ?disabled=${i||C.drawing!==null}
        title=${i?H("too_many_shapes",{most:R3}):""}
        @click=${()=>t(this,m,v6).call(this,e)}
      >
        ${S(w7)} ${H(r)}
      </button>`};return o`
      <div class="add">${V("zone","add_zone")}${V("mask","add_mask")}</div>
      ${C.shapes.length===0?o`<p class="hint">${H("zones_empty")}</p>`:o`<ul>
              ${n1(C.shapes,e=>e.key,e=>t(this,m,E6).call(this,e,C))}
            </ul>`}
      ${this.wrong.length>0?o`<p class="hint">${H("false_positive_hint")}</p>`:p}
      <p class="hint">${H("zones_hint")}</p>
    `},E6=function(C,H){let{localize:V}=this.context,e=H.selected===C.key,r=H.drawing===C.key?null:H.problem(C),i=t(this,m,D3).call(this,C);return o`<li class=${e?"selected":""} style="--colour: ${t(this,m,Z5).call(this,C)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${e?"true":"false"}
          @click=${()=>t(this,m,s6).call(this,e?null:C.key)}
        >
          <span class="swatch ${C.kind}"></span><span class="title" dir="auto">${i||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${V("remove_shape",{name:i})}
          title=${V("remove_shape",{name:i})}
          @click=${()=>t(this,m,H1).call(this,a=>a.remove(C.key))}
        >
          ${S(Z2)}
        </button>
      </div>
      ${e&&C.kind==="zone"?t(this,m,D6).call(this,C):p}
      ${r?o`<p class="problem">${t(this,m,f0).call(this,C,r)}</p>`:p}
    </li>`},D6=function(C){let{localize:H}=this.context;return o`<label>
        ${H("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${T3(C.name)}
          @input=${V=>t(this,m,H1).call(this,e=>e.rename(V.target.value))}
          @change=${()=>this.draft?.endGesture()}
        />
      </label>
      <label>
        ${H("zone_dwell")}
        <input
          type="number"
          inputmode="numeric"
          min="0"
          max="86400"
          step="1"
          .value=${T3(String(C.dwell))}
          @change=${V=>{let e=V.target.valueAsNumber;t(this,m,H1).call(this,r=>{r.setDwell(Number.isFinite(e)?Math.min(86400,Math.max(0,e)):0),r.endGesture()})}}
        />
      </label>`},I.styles=[_,g3,n6],A([c({attribute:!1})],I.prototype,"context",2),A([c({attribute:!1})],I.prototype,"cameraId",2),A([c({attribute:!1})],I.prototype,"offered",2),A([s()],I.prototype,"wrong",2),A([s()],I.prototype,"draft",2),A([s()],I.prototype,"still",2),A([s()],I.prototype,"broken",2),A([s()],I.prototype,"loaded",2),A([s()],I.prototype,"aspect",2),A([s()],I.prototype,"corner",2),A([s()],I.prototype,"error",2),A([s()],I.prototype,"complaint",2),A([s()],I.prototype,"saving",2),A([s()],I.prototype,"saved",2),A([s()],I.prototype,"leaving",2),A([R("dialog")],I.prototype,"dialog",2),A([R(".picture")],I.prototype,"picture",2),I=A([k("mycamera-zone-editor")],I);function p6(M){return Math.min(1,Math.max(0,Math.round(M*1e4)/1e4))}function c0([M,L],C){return`left: ${M*100}%; top: ${L*100}%; --colour: ${C}`}var N2=["live","persons","day","recordings","clips","system"],VC={live:u2,persons:Y0,day:h2,recordings:m7,clips:F5,system:c7},LC=300,eC=5e3,rC=12*3600*1e3,W2,s2,U2,h5,v2,B1,x2,f5,u,O0,G2,Q2,z3,b0,z6,I6,N6,b1,u1,W6,U6,y0,G6,N3,I3,Q6,K6,q6,j6,S5,X6,Y6,J6,C8,H8,V8,F=class extends b{constructor(){super(...arguments);x(this,u);this.narrow=!1;this.tab="persons";this.filter=o1;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;x(this,W2,null);x(this,s2,null);x(this,U2,!1);x(this,h5);x(this,v2);x(this,B1,null);x(this,x2,new Y5(()=>t(this,u,I6).call(this)));x(this,f5);x(this,G2,()=>{this.connected=!0,this.clips?.reconnected(),t(this,u,z3).call(this,!0)});x(this,Q2,()=>{this.connected=!1});x(this,N3,C=>{let{detection:H,next:V,ignore:e}=C.detail;this.timeline?.feed.remove([H.event_id]),this.opened=e===null?V:null,e!==null&&(this.ignored=e,this.drawn=H.camera_id)})}connectedCallback(){super.connectedCallback(),h(this,f5,window.setInterval(()=>t(this,u,z3).call(this,!0),rC));let[,C]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=N2.find(H=>H===C)??this.tab,this.kiosk=this.tab==="live"&&new URLSearchParams(window.location.search).has("kiosk"),this.hass&&t(this,u,O0).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),window.clearInterval(l(this,f5)),window.clearTimeout(l(this,h5)),window.clearTimeout(l(this,v2)),l(this,B1)?.removeEventListener("ready",l(this,G2)),l(this,B1)?.removeEventListener("disconnected",l(this,Q2)),h(this,B1,null),(C=l(this,s2))==null||C.call(this),h(this,s2,null),l(this,x2).disconnected()}shouldUpdate(C){if(C.size>1||!C.has("hass"))return!0;let H=C.get("hass"),V=this.hass;return H===void 0||V===void 0||H.language!==V.language||H.locale!==V.locale||H.config.time_zone!==V.config.time_zone||H.connection!==V.connection||H.dockedSidebar!==V.dockedSidebar||H.themes?.darkMode!==V.themes?.darkMode||H.user?.is_admin!==V.user?.is_admin}willUpdate(C){this.hass&&((C.has("hass")||C.has("overview")||l(this,W2)===null)&&h(this,W2,r4(this.hass,this.overview)),C.has("hass")&&t(this,u,O0).call(this),(C.has("route")||C.has("hass"))&&t(this,u,N6).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?l(this,x2).opened():l(this,x2).closed()}render(){let C=l(this,W2);return C?o`
      ${t(this,u,Q6).call(this,C)}
      <main>
        <div class="page ${this.tab}">${t(this,u,K6).call(this,C)}</div>
      </main>
      <mycamera-person-dialog
        .context=${C}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${t(this,u,I3)}
        @mycamera-corrected=${H=>{this.opened=H.detail,this.timeline?.feed.put(H.detail)}}
        @mycamera-removed=${l(this,N3)}
        @mycamera-exporting=${()=>{this.opened=null,t(this,u,b1).call(this,"clips")}}
        @mycamera-moment=${H=>{let{camera_id:V,first_seen:e}=H.detail;this.opened=null,this.filter={...o1,cameraId:V,day:C.formats.day(e)},this.moment=Date.parse(e)-2e3,t(this,u,b1).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${C}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${H=>{this.drawn=H.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:p}};W2=new WeakMap,s2=new WeakMap,U2=new WeakMap,h5=new WeakMap,v2=new WeakMap,B1=new WeakMap,x2=new WeakMap,f5=new WeakMap,u=new WeakSet,O0=function(){let C=this.hass?.connection;!C||l(this,B1)===C||(l(this,B1)?.removeEventListener("ready",l(this,G2)),l(this,B1)?.removeEventListener("disconnected",l(this,Q2)),h(this,B1,C),C.addEventListener("ready",l(this,G2)),C.addEventListener("disconnected",l(this,Q2)),t(this,u,b0).call(this))},G2=new WeakMap,Q2=new WeakMap,z3=function(C){this.timeline?.feed.reload(C),C?this.recordings?.refresh():this.recordings?.records.reload()},b0=async function(){if(!(!this.hass||l(this,U2)||l(this,s2))){h(this,U2,!0);try{let C=await N0(this.hass,H=>t(this,u,z6).call(this,H));this.isConnected?h(this,s2,C):C()}catch(C){this.failure=T(C),h(this,h5,window.setTimeout(()=>{t(this,u,b0).call(this)},eC))}finally{h(this,U2,!1)}}},z6=function(C){switch(C.type){case"overview":{let H=this.failure!==null||this.overview?.database.available===!1&&C.overview.database.available;this.failure=null,this.overview=C.overview,H&&t(this,u,z3).call(this,!1);break}case"unavailable":this.failure=C.code;break;case"person":case"caption":this.timeline?.live(C.detection,C.type==="person"),this.opened?.event_id===C.detection.event_id&&(this.opened=C.detection);break;case"deleted":C.event_ids.length>0?this.timeline?.feed.remove(C.event_ids):this.timeline?.feed.reload(!0),this.opened&&C.event_ids.includes(this.opened.event_id)&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(C.camera_id),this.dialog?.recorded(C.camera_id);break}},I6=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&l(this,x2).opened()},N6=async function(){let[,C,H]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!C||!H||!this.hass)){window.history.replaceState(window.history.state,"",C),this.linkFailure=null;try{this.opened=await g5(this.hass,H)}catch(V){this.linkFailure=T(V)}}},b1=function(C,H=!1){this.tab=C,this.kiosk=H,this.watched=null;let V=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${V}/${C}${H?"?kiosk":""}`)},u1=function(C){this.filter={...this.filter,...C}},W6=async function(){this.hass&&(await O5(this.hass,{until:new Date().toISOString()}).catch(()=>{}),this.timeline?.feed.reload(!0))},U6=function(C){let H=C.target.value.trim();window.clearTimeout(l(this,v2)),h(this,v2,window.setTimeout(()=>{H!==this.filter.text&&t(this,u,u1).call(this,{text:H})},LC))},y0=function(){window.clearTimeout(l(this,v2)),this.filter=o1},G6=function(C){if(C.key!=="ArrowLeft"&&C.key!=="ArrowRight")return;let H=C.key==="ArrowRight"?1:N2.length-1;t(this,u,b1).call(this,N2[(N2.indexOf(this.tab)+H)%N2.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},N3=new WeakMap,I3=function(C){this.opened=C.detail},Q6=function({localize:C,hass:H}){let V=e=>o`<button
      role="tab"
      id="tab-${e}"
      aria-selected=${this.tab===e?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===e?0:-1}
      @click=${()=>t(this,u,b1).call(this,e)}
    >
      ${S(VC[e])}<span>${C(e==="day"?"day_view":e)}</span>
    </button>`;return o`<header class="toolbar">
      ${this.narrow||H.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${C("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${S(f7)}
            </button>`:p}
      <h1>${C("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${C("views")} @keydown=${t(this,u,G6)}>
        ${N2.map(V)}
      </div>
    </header>`},K6=function(C){let{localize:H}=C;return this.failure!==null?N({icon:a1,bad:!0,...E(C,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?l3(C,this.overview,()=>t(this,u,b1).call(this,"system")):this.tab==="live"?t(this,u,q6).call(this,C,this.overview):this.tab==="system"?o`${t(this,u,S5).call(this,C,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${C} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?o`${t(this,u,S5).call(this,C,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${C}></mycamera-exports>
        </div>`:o`
      ${t(this,u,S5).call(this,C,this.overview)} ${t(this,u,X6).call(this,C,this.overview)}
      ${t(this,u,C8).call(this,C,this.overview)}
      ${this.tab==="persons"?o`<mycamera-person-filters
              .context=${C}
              .filter=${this.filter}
              @mycamera-filter=${V=>t(this,u,u1).call(this,V.detail)}
              @mycamera-all-seen=${()=>{t(this,u,W6).call(this)}}
            ></mycamera-person-filters>`:p}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${t(this,u,j6).call(this,C,this.overview)}
      </div>
    `},q6=function(C,H){return o`${t(this,u,S5).call(this,C,H)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${C}
          .cameras=${H.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${V=>{this.watched=V.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${V=>{this.filter={...o1,cameraId:V.detail},t(this,u,b1).call(this,"day")}}
          @mycamera-kiosk=${V=>t(this,u,b1).call(this,"live",V.detail)}
        ></mycamera-live-wall>
      </div>`},j6=function(C,H){switch(this.tab){case"live":case"clips":case"system":return p;case"persons":return o`<mycamera-timeline
          .context=${C}
          .filter=${this.filter}
          @mycamera-open=${t(this,u,I3)}
          @mycamera-clear-filters=${t(this,u,y0)}
          @mycamera-system=${()=>t(this,u,b1).call(this,"system")}
        ></mycamera-timeline>`;case"day":return o`<mycamera-day
          .context=${C}
          .cameraId=${this.filter.cameraId??H.cameras[0]?.camera_id??null}
          .day=${this.filter.day??C.formats.today()}
          .start=${this.moment}
          @mycamera-open=${t(this,u,I3)}
          @mycamera-exporting=${()=>t(this,u,b1).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return o`<mycamera-recordings
          .context=${C}
          .filter=${this.filter}
          @mycamera-clear-filters=${t(this,u,y0)}
        ></mycamera-recordings>`}},S5=function(C,H){let{localize:V,hass:e}=C,r=(v,n)=>o`<div class="banner" role="alert">
      ${S(a7)}
      <p><strong>${v}</strong><br />${n}</p>
    </div>`,i=v=>o`<div class="banner" role="alert">
      ${S(a1)}
      <p>${v==="not_found"?V("linked_missing"):E(C,v).heading}</p>
      <button
        class="icon-button"
        aria-label=${V("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${S(j)}
      </button>
    </div>`,{available:a,waiting:d}=H.database;return o`${this.linkFailure===null?p:i(this.linkFailure)}
    ${this.connected?p:r(V("connection_lost"),V("connection_lost_text"))}
    ${a?p:r(V("database_down"),P(V,e.language,"database_waiting",d))}`},X6=function(C,H){let{localize:V,hass:e}=C,r=i=>{let a=this.filter.cameraId===i.camera_id,d=V(`status_${i.recording_status}`),v=i.detection_enabled&&!i.watching?V("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${a?"true":"false"}
        title=${[d,i.recording_error,v].filter(Boolean).join(`
`)}
        @click=${()=>t(this,u,u1).call(this,{cameraId:a?null:i.camera_id})}
      >
        <span class="dot ${i.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${i.name}</span>
          <span class="status">${d}</span>
        </span>
        ${i.persons?o`<span class="count" role="img" aria-label=${P(V,e.language,"in_view",i.persons)}>
                ${i.persons}
              </span>`:p}
      </button>`};return o`<div class="cameras" role="group" aria-label=${V("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>t(this,u,u1).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${V("all_cameras")}</span></span>
      </button>
      ${H.cameras.map(r)}${H.removed_cameras.map(i=>t(this,u,Y6).call(this,V,i))}
    </div>
    ${t(this,u,J6).call(this,C,H)}`},Y6=function(C,H){let V=this.filter.cameraId===H.camera_id;return o`<button
      class="chip"
      aria-pressed=${V?"true":"false"}
      @click=${()=>t(this,u,u1).call(this,{cameraId:V?null:H.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${H.name}</span>
        <span class="status">${C("removed")}</span>
      </span>
    </button>`},J6=function(C,H){let V=H.removed_cameras.find(e=>e.camera_id===this.filter.cameraId);return!V||!C.hass.user?.is_admin?p:o`<mycamera-left-behind
      .context=${C}
      .camera=${V}
      @mycamera-deleted=${()=>t(this,u,u1).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},C8=function(C,H){let{localize:V,formats:e}=C,r=e.today(),{day:i}=this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${V("previous_day")}
          @click=${()=>t(this,u,u1).call(this,{day:i?U3(i,-1):r})}
        >
          ${S(k5)}
        </button>
        <input
          type="date"
          class=${i?"":"any"}
          data-any=${V("clear_day")}
          aria-label=${V("date")}
          max=${r}
          .value=${i??""}
          @change=${a=>{let d=a.target.value;t(this,u,u1).call(this,{day:k0(d)?d:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${V("next_day")}
          ?disabled=${i===null||i>=r}
          @click=${()=>i&&t(this,u,u1).call(this,{day:U3(i,1)})}
        >
          ${S(_5)}
        </button>
        ${i?o`<button
                class="icon-button"
                aria-label=${V("clear_day")}
                @click=${()=>t(this,u,u1).call(this,{day:null})}
              >
                ${S(H7)}
              </button>`:p}
      </div>
      ${this.tab==="persons"?o`<div class="search">
              ${S(S7)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${V("search")}
                aria-label=${V("search")}
                .value=${this.filter.text}
                @input=${t(this,u,U6)}
              />
              ${this.filter.text?o`<button
                      class="icon-button"
                      aria-label=${V("clear_search")}
                      @click=${()=>t(this,u,u1).call(this,{text:""})}
                    >
                      ${S(j)}
                    </button>`:p}
            </div>`:p}
      ${t(this,u,H8).call(this,C,H)} ${t(this,u,V8).call(this,C,H)}
    </div>`},H8=function({localize:C,hass:H},V){let e=this.filter.cameraId??V.cameras[0]?.camera_id;return!H.user?.is_admin||!V.cameras.some(r=>r.camera_id===e)?p:o`<button
      class="text-button zones"
      @click=${()=>{this.drawn=e??null}}
    >
      ${S(P7)} ${C("zones")}
    </button>`},V8=function({localize:C,hass:H},V){let{worker:e,pending_analyses:r,pending_captions:i}=V,a=e.overloaded?"overloaded":e.status,d=V.minutes_behind,v=[C(`worker_${a}`),d?P(C,H.language,"minutes_behind",d):"",r?P(C,H.language,"pending_analyses",r):"",i?P(C,H.language,"pending_captions",i):""].filter(Boolean),n=e.overloaded?C("worker_overloaded_advice"):"";return o`<button
      class="hub"
      title=${[e.device,e.error,n].filter(Boolean).join(`
`)}
      @click=${()=>t(this,u,b1).call(this,"system")}
    >
      <span class="dot ${a}"></span>
      <span>${v.join(" · ")}</span>
    </button>`},F.styles=[_,p1,w9],A([c({attribute:!1})],F.prototype,"hass",2),A([c({type:Boolean,reflect:!0})],F.prototype,"narrow",2),A([c({attribute:!1})],F.prototype,"route",2),A([c({attribute:!1})],F.prototype,"panel",2),A([s()],F.prototype,"tab",2),A([s()],F.prototype,"filter",2),A([s()],F.prototype,"overview",2),A([s()],F.prototype,"failure",2),A([s()],F.prototype,"connected",2),A([s()],F.prototype,"opened",2),A([s()],F.prototype,"moment",2),A([s()],F.prototype,"watched",2),A([s()],F.prototype,"kiosk",2),A([s()],F.prototype,"ignored",2),A([s()],F.prototype,"drawn",2),A([R("mycamera-timeline")],F.prototype,"timeline",2),A([R("mycamera-day")],F.prototype,"dayView",2),A([R("mycamera-exports")],F.prototype,"clips",2),A([R("mycamera-recordings")],F.prototype,"recordings",2),A([R("mycamera-person-dialog")],F.prototype,"dialog",2),A([R("mycamera-zone-editor")],F.prototype,"editor",2),A([s()],F.prototype,"linkFailure",2),F=A([k("mycamera-panel")],F);export{F as MyCameraPanel};
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/style-map.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
