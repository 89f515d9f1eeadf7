/**
 * What is for sale and when: shops with their opening hours and pickup slots, dishes with their
 * options. Times of day are Asia/Seoul; a business day is the date on which its session began, so
 * that a shop open past midnight keeps its stock and its order numbers until it closes. Reads, but
 * for the counting of stock: staff write the catalogue, checkout takes stock and slots.
 */
package com.ojeomneo.menu;
