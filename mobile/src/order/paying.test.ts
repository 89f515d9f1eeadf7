import { expect, test } from 'vitest';
import { returned } from './paying';

test('an approved payment has a key, an order and an amount', () => {
  expect(returned({ paymentKey: 'k', orderId: 'o', amount: '9000' })).toEqual({
    kind: 'approved',
    paymentKey: 'k',
    orderId: 'o',
    amount: 9000,
  });
});

test.each(['', '0', '-1', '1.5', 'NaN', '9e99', '<b>'])('an amount of “%s” is none', (amount) => {
  expect(returned({ paymentKey: 'k', orderId: 'o', amount }).kind).toBe('unreadable');
});

test('a refusal has a code, and an order where the provider named one', () => {
  expect(returned({ code: 'PAY_PROCESS_CANCELED', message: '취소', orderId: 'o' })).toEqual({
    kind: 'refused',
    code: 'PAY_PROCESS_CANCELED',
    message: '취소',
    orderId: 'o',
  });
  expect(returned({ code: 'REJECT_CARD_PAYMENT' })).toMatchObject({ message: '' });
});
