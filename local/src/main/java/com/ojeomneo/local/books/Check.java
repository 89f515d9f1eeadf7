package com.ojeomneo.local.books;

import java.util.List;

/**
 * One question to the books.
 *
 * @param name Korean · English
 * @param compared how many things were looked at
 * @param differences in which of them the books do not agree
 */
public record Check(String name, long compared, List<Difference> differences) {}
