import { describe, expect, it } from 'vitest';
import type { Case } from '../api/types';
import { columnsOf, isLate, MAX_CLOSED, type Stage } from './cases';

function sample(id: string, stage: Stage, deadline: string | null, at = '2025-01-01T00:00:00Z'): Case {
  const event = { at, by: 'Lan', stage, assignee: null, deadline, text: '', contact: null, resolution: null };
  return {
    id,
    unit: '303',
    title: id,
    alerts: [],
    stage,
    assignee: null,
    deadline,
    events: [event],
    resolution: null,
    vessel: null,
    kind: null,
    since: null,
    endedAt: null,
    longitude: null,
    latitude: null,
    zone: null,
  };
}

describe('the board', () => {
  it('has a column for each stage, in the order of the work', () => {
    const columns = columnsOf([sample('a', 'acting', null), sample('b', 'open', null)]);

    expect(columns.map(({ stage, count }) => [stage, count])).toEqual([
      ['open', 1],
      ['investigating', 0],
      ['acting', 1],
      ['waiting', 0],
      ['closed', 0],
    ]);
  });

  it('puts what is due first on top and what has no deadline last', () => {
    const [open] = columnsOf([
      sample('none', 'open', null),
      sample('late', 'open', '2025-02-01'),
      sample('soon', 'open', '2025-01-05'),
      sample('newer', 'open', null, '2025-01-02T00:00:00Z'),
    ]);

    expect(open?.cases.map(({ id }) => id)).toEqual(['soon', 'late', 'newer', 'none']);
  });

  it('shows the latest of many closed cases and counts all', () => {
    const many = Array.from({ length: MAX_CLOSED + 5 }, (_, i) =>
      sample(`c${i}`, 'closed', null, `2025-01-01T00:00:${String(i).padStart(2, '0')}Z`),
    );

    const closed = columnsOf(many).at(-1);

    expect(closed?.cases).toHaveLength(MAX_CLOSED);
    expect(closed?.cases[0]?.id).toBe(`c${MAX_CLOSED + 4}`);
    expect(closed?.count).toBe(MAX_CLOSED + 5);
  });
});

describe('a case', () => {
  it.each([
    ['open', '2025-01-04', true],
    ['open', '2025-01-05', false],
    ['open', null, false],
    ['closed', '2025-01-04', false],
  ] as const)('that is %s and due %s is late: %s', (stage, deadline, expected) => {
    expect(isLate({ stage, deadline }, '2025-01-05')).toBe(expected);
  });
});
