import { useSignal } from '@preact/signals';
import { t, won } from '../i18n';
import { Field } from './Field';
import { Icon, ICONS } from './Icon';
import { Screen } from './Screen';
import { Sheet } from './Sheet';
import { Stepper } from './Stepper';

const COLOURS = ['paper', 'card', 'ink', 'quiet', 'line', 'brand', 'tint', 'good', 'bad'] as const;

/** Every token and component once: what a new screen is made of. For those who build the app, not in its menus. */
export function DesignPage() {
  const text = useSignal('김점심');
  const count = useSignal(1);
  const chip = useSignal(0);
  const asking = useSignal(false);
  return (
    <Screen title="Design" parent="/">
      <section class="stack tight">
        <h2>Colours</h2>
        <ul class="swatches">
          {COLOURS.map((name) => (
            <li key={name} class="stack none small">
              <span class="swatch" style={`background: var(--${name})`} />
              {name}
            </li>
          ))}
        </ul>
      </section>
      <section class="card stack tight">
        <h1>h1 · 오늘 점심, 뭐 먹을까요?</h1>
        <h2>h2 · 다시 주문하기</h2>
        <p>p · 3년 묵은지를 돼지 앞다리살과 뭉근하게 끓였습니다.</p>
        <p class="strong">strong · {won(12_000)}</p>
        <p class="quiet small">quiet small · 주문 마감 14:30</p>
        <p class="good">good · 주문을 받고 있어요</p>
        <p class="bad">bad · 지금은 쉬는 시간이에요</p>
        <p class="number">A17</p>
      </section>
      <section class="stack tight">
        <h2>Buttons</h2>
        <button class="button primary wide" type="button">
          primary wide
        </button>
        <div class="row">
          <button class="button" type="button">
            button
          </button>
          <button class="button danger" type="button">
            danger
          </button>
          <button class="button" type="button" disabled>
            disabled
          </button>
        </div>
        <div class="chips">
          {['전체', '찌개·국밥', '면·국수'].map((label, index) => (
            <button
              key={label}
              class="chip"
              type="button"
              aria-pressed={chip.value === index}
              onClick={() => {
                chip.value = index;
              }}
            >
              {label}
            </button>
          ))}
        </div>
      </section>
      <section class="card stack">
        <Field
          label={t().displayName}
          name="displayName"
          autoComplete="off"
          hint={t().displayNameHint}
          value={text.value}
          error={text.value === '' ? t().required : undefined}
          onValue={(value) => {
            text.value = value;
          }}
        />
        <div class="row between">
          <span class="strong">{t().quantity}</span>
          <Stepper
            label={t().quantity}
            value={count.value}
            min={0}
            max={9}
            onChange={(value) => {
              count.value = value;
            }}
          />
        </div>
        <label class="check">
          <input type="checkbox" checked />
          <span>check</span>
          <span>+{won(1000)}</span>
        </label>
      </section>
      <section class="stack tight">
        <h2>Notes</h2>
        <p class="note">note</p>
        <p class="note bad">note bad</p>
        <p>
          <span class="badge">badge</span>
        </p>
        <div class="skeleton" role="progressbar" aria-label={t().loading} />
        <ol class="steps" aria-label={t().steps}>
          {Object.values(t().step).map((label, index) => (
            <li
              key={label}
              data-done={index <= 2 || undefined}
              aria-current={index === 2 ? 'step' : undefined}
            >
              {label}
            </li>
          ))}
        </ol>
      </section>
      <section class="stack tight">
        <h2>Icons</h2>
        <ul class="swatches">
          {ICONS.map((name) => (
            <li key={name} class="stack none small">
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </section>
      <button
        class="button wide"
        type="button"
        onClick={() => {
          asking.value = true;
        }}
      >
        sheet
      </button>
      {asking.value && (
        <Sheet
          title={t().cancelOrder}
          onClose={() => {
            asking.value = false;
          }}
        >
          <p>{t().cancelReason}</p>
          <button class="button danger wide" type="button">
            {t().cancelConfirm}
          </button>
        </Sheet>
      )}
    </Screen>
  );
}
