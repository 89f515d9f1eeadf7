package com.ojeomneo.menu;

/**
 * A picture, named by its content.
 *
 * @param sha256 64 hexadecimal digits
 */
public record Image(String sha256, String mediaType, byte[] bytes) {}
