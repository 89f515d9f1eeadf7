/**
 * Pictures that staff upload. What comes from outside is never served as it came: it is decoded and
 * written anew, so that whatever else was in the file (places, a second file, a script) is gone.
 * SVG, which can hold a program, is taken from nobody.
 */
package com.ojeomneo.admin.image;
