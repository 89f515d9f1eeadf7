// Opens the provider's payment window (docs.tosspayments.com/sdk/v2/js) with what /checkout/{orderId} was rendered with.
const button = document.getElementById("pay");
const problem = document.getElementById("problem");

async function pay() {
  problem.hidden = true;
  button.disabled = true;
  const { clientKey, orderId, orderName, amount, returnUrl } = button.dataset;
  try {
    await TossPayments(clientKey)
      .payment({ customerKey: TossPayments.ANONYMOUS })
      .requestPayment({
        method: "CARD",
        amount: { currency: "KRW", value: Number(amount) },
        orderId,
        orderName,
        successUrl: returnUrl,
        failUrl: returnUrl,
      });
  } catch {
    // The customer closed the window, or the provider's script did not load.
    problem.hidden = false;
    button.disabled = false;
  }
}

button.addEventListener("click", pay);
