package com.ojeomneo.admin.resource;

/** A word of the pages in both languages. */
public record Label(String ko, String en) {}
