package com.ojeomneo.platform.broken;

import com.ojeomneo.money.Won;

/** Breaks, for ArchitectureTest: platform imports the domain, under a name that says nothing. */
public class PaymentService {
  public final Won forbidden = Won.ZERO;
}
