import { describe, expect, it } from 'vitest';
import { askedFor, best, bestOfEach, marks, rangeOf, rankOf } from './match';

describe('what was typed is found', () => {
  it.each([
    ['주문', '주문', [0, 2]],
    ['주문 현황', 'ㅈㅁ', [0, 2]],
    ['주문 현황', 'ㅎㅎ', [3, 5]],
    ['주문 현황', '주문현', [0, 4]],
    // A syllable on its way to two.
    ['주문', '줌', [0, 1]],
    ['메뉴 분류', '멘', [0, 1]],
    ['메뉴 분류', '메ㄴ', [0, 2]],
    ['앱 버전', '버저', [2, 4]],
    // What input methods make of ㄱㅅ.
    ['감사 기록', 'ㄳ', [0, 2]],
    ['Payment attempts', 'ATT', [8, 11]],
    ['묵은지 김치찌개', '김치', [4, 6]],
  ])('%s by %s', (text, typed, range) => {
    expect(rangeOf(text, typed)).toEqual(range);
  });

  it.each([
    ['주문', 'ㅁㅈ'],
    ['주문', '주문서'],
    ['주문', ''],
    ['메뉴', '메ㄷ'],
  ])('and %s not by "%s"', (text, typed) => {
    expect(rangeOf(text, typed)).toBeUndefined();
  });

  it('a text that was decomposed, too', () => {
    expect(rangeOf('주문'.normalize('NFD'), '주문')).toEqual([0, 2]);
  });
});

describe('screens are found in both languages', () => {
  const screens = [
    { label: '주문', words: ['Orders'] },
    { label: '주문 현황', words: ['Order board'] },
    { label: '메뉴', words: ['Dishes'] },
    { label: '새 메뉴', words: ['New: Dishes'] },
  ];
  const found = (typed: string) => best(screens, typed).map(({ label }) => label);

  it('by the words of either', () => {
    expect(found('ord')).toEqual(['주문', '주문 현황']);
    expect(found('new dish')).toEqual(['새 메뉴']);
    expect(found('메뉴')).toEqual(['메뉴', '새 메뉴']);
    expect(found('메뉴 새')).toEqual(['새 메뉴']);
  });

  it('before what may be on its way, also of another kind', () => {
    const calendar = { label: '영업 달력', words: ['Shop calendar'] };
    const language = { label: 'English', words: ['영어', 'language'] };
    const found = (typed: string) => bestOfEach([[calendar], [language]], typed);
    expect(best([calendar, language], '영어')).toEqual([language, calendar]);
    expect(found('영어')).toEqual([language, calendar]);
    expect(found('영ㅇ')).toEqual([calendar, language]);
  });

  it('when the keyboard was left on English', () => {
    expect(found('apsb')).toEqual(['메뉴', '새 메뉴']);
  });

  it('and nothing else', () => {
    expect(found('쿠폰')).toEqual([]);
    expect(rankOf('메뉴', ['Dishes'], 'dish')).toBe(3);
    expect(rankOf('메뉴', ['Dishes'], '뉴')).toBe(2);
  });
});

it('the words that were meant are marked where they stand', () => {
  expect(marks('새 메뉴', '메뉴 새')).toEqual([
    [0, 1],
    [2, 4],
  ]);
  expect(marks('묵은지 김치찌개', '지 김')).toEqual([[2, 5]]);
});

it('the API is not asked for half a syllable', () => {
  expect(askedFor('김ㅊ')).toBe('김');
  expect(askedFor('ㅈㅁ')).toBe('');
  expect(askedFor(' a17 ')).toBe('A17');
  expect(askedFor('가'.repeat(101))).toHaveLength(100);
});
