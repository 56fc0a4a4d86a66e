import type { VNode } from 'preact';
import type { Indicator, TargetOfFigure } from '../api/types';
import { StatusSign } from '../controls/StatusSign';
import { formatGap, formatTarget, unitOfGap } from '../format/figures';
import { formatDay } from '../format/periods';
import { t, tCode } from '../i18n/text';
import { asStatus } from '../scale/statuses';
import { lang } from '../state/model';

const words = (code: string): string => tCode('unit', code);

/** A target with its status in shape and word, how far off it is, and the pace that it takes. */
export function TargetLine({ target, what }: { readonly target: TargetOfFigure; readonly what: Indicator }): VNode {
  return (
    <div class="target-line">
      <p>
        <StatusSign status={asStatus(target.status)} />
        <span class="target-value">
          {formatTarget(target, what, lang.value, words)}
          <small>
            {target.dueDate ? t('target.by', { day: formatDay(target.dueDate, lang.value) }) : t('target.noDue')}
          </small>
        </span>
      </p>
      <Reason target={target} />
      <dl class="paces">
        <Pace name={t('target.gap')} value={target.gap} what={what} />
        <Pace name={t('target.trend')} value={target.trendPerMonth} what={what} isMonthly />
        <Pace name={t('target.required')} value={target.requiredPerMonth} what={what} isMonthly />
      </dl>
    </div>
  );
}

/** Why it stands so, in a sentence with the numbers. */
function Reason({ target }: { readonly target: TargetOfFigure }): VNode | null {
  const reason = lang.value === 'vi' ? target.reasonVi : target.reasonEn;
  return reason ? <p class="hint">{reason}</p> : null;
}

function Pace({
  name,
  value,
  what,
  isMonthly = false,
}: {
  readonly name: string;
  readonly value: number | null | undefined;
  readonly what: Indicator;
  readonly isMonthly?: boolean;
}): VNode | null {
  if (value === null || value === undefined || what.unitOfMeasure === 'boolean') {
    return null;
  }
  const unit = unitOfGap(what, words);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {formatGap(value, what, lang.value)} <small>{isMonthly ? t('target.perMonth', { unit }) : unit}</small>
      </dd>
    </div>
  );
}
