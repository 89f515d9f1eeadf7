/**
 * How JSON is read and written, once for both apps. Reading is strict about types (a number is not
 * a string, a string not a number) and generous about members nobody asked for. In answers a member
 * without a value is null, unless the contract marks it optional ({@code email?}): then it is left
 * out, by {@code @JsonInclude(NON_NULL)} on that component.
 */
package com.ojeomneo.platform.json;
