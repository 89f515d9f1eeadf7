import { expect, test } from 'vitest';
import { orderPaidAt, screenOf } from './links';

const SERVER = 'https://ojeomneo.example';
const ID = '01975f6e-0000-7000-8000-000000000001';

test.each([
  [
    `ojeomneo://checkout/return?paymentKey=k&orderId=${ID}&amount=9000`,
    `/checkout/return?paymentKey=k&orderId=${ID}&amount=9000`,
  ],
  [
    'ojeomneo:///checkout/return?code=PAY_PROCESS_CANCELED',
    '/checkout/return?code=PAY_PROCESS_CANCELED',
  ],
  [`${SERVER}/checkout/return/?code=X`, '/checkout/return?code=X'],
  ['ojeomneo://login/kakao?code=c&state=s', '/login/kakao?code=c&state=s'],
  [`${SERVER}/orders/${ID}`, `/orders/${ID}`],
  [`ojeomneo://orders/${ID}?from=mail#top`, `/orders/${ID}`],
  [`/orders/${ID}/receipt`, `/orders/${ID}/receipt`],
  ['ojeomneo://orders', '/orders'],
  [`ojeomneo://stores/${ID}`, `/stores/${ID}`],
  [`ojeomneo://menus/${ID}`, `/menus/${ID}`],
  [SERVER, '/'],
])('%s opens %s', (link, screen) => {
  expect(screenOf(link, SERVER)).toBe(screen);
});

test.each([
  `https://elsewhere.example/orders/${ID}`,
  `http://ojeomneo.example/orders/${ID}`,
  `//elsewhere.example/orders/${ID}`,
  'javascript:alert(1)',
  'ojeomneo://me',
  'ojeomneo://login',
  'ojeomneo://login/naver?code=c',
  'ojeomneo://orders/../me',
  `ojeomneo://orders/${ID}/cancellation`,
  `${SERVER}/checkout/${ID}`,
  'https://',
])('%s opens nothing', (link) => {
  expect(screenOf(link, SERVER)).toBeNull();
});

test('the order is in the address of the page on which it is paid', () => {
  expect(orderPaidAt(`${SERVER}/checkout/${ID}?return=app`)).toBe(ID);
  expect(orderPaidAt(`${SERVER}/checkout/return`)).toBeNull();
});
