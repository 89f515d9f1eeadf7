/** Money: integer KRW, and nothing else. */
package com.ojeomneo.money;
