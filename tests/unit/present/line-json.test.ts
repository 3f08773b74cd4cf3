import { describe, expect, test } from 'vitest';
import { lineJson } from '../../../src/present/line-json.ts';
import { refused, split, unknown, withFacts } from '../../support/answers.ts';
import { assessedLine, dutyLine, entryLine, invalidLine, style } from '../../support/nouns.ts';

describe('lineJson', () => {
  test('keys in their order, amounts as text', () => {
    expect(JSON.stringify(lineJson(split, style()), null, 2)).toBe(`{
  "file": null,
  "line": null,
  "id": null,
  "status": "assessed",
  "hts": "7208101500",
  "origin": "DE",
  "date": "2022-02-01",
  "enteredValue": "100000.00",
  "weightKg": "50000",
  "duties": [
    {
      "regime": "us-232-steel",
      "role": "additional",
      "measure": "eu-quota",
      "heading": "9903.80.67",
      "tier": "in-quota",
      "basis": "entered-value",
      "basisAmount": "80000.00",
      "rate": "Free",
      "amount": "0.00",
      "quota": {
        "id": "9903.80.67/DE/2022-Q1",
        "unit": "kg",
        "requested": "50000",
        "drawn": "40000",
        "remaining": "0",
        "limit": {
          "source": "A trade paper",
          "confidence": "secondary"
        }
      },
      "citation": {
        "source": "Proclamation 10328 of 2021-12-27",
        "confidence": "documented"
      }
    },
    {
      "regime": "us-232-steel",
      "role": "additional",
      "measure": "general",
      "heading": "9903.80.01",
      "tier": "over-quota",
      "basis": "entered-value",
      "basisAmount": "20000.00",
      "rate": "25%",
      "amount": "5000.00",
      "quota": null,
      "citation": {
        "source": "Proclamation 9705 of 2018-03-08, 83 FR 11625",
        "confidence": "documented"
      }
    }
  ],
  "fees": [],
  "outcomes": null,
  "totals": {
    "duty": "5000.00",
    "fees": "0.00",
    "total": "5000.00"
  },
  "notCovered": [
    "base-duty",
    "fees"
  ],
  "filing": [],
  "problems": [
    {
      "code": "over-quota",
      "severity": "notice",
      "file": null,
      "line": null,
      "column": null,
      "value": null,
      "message": "9903.80.67/DE/2022-Q1 has 40,000 kg left: 10,000 kg of 50,000 kg is the part over quota",
      "hint": null
    }
  ]
}`);
  });

  test('declared facts, finer values, overlays', () => {
    expect(lineJson(withFacts, style())).toMatchObject({
      enteredValue: '1234.567',
      facts: { melt_pour_country: 'BR', us_content_share: '12.5', certificate_of_origin: true },
      duties: [{ heading: null, overlay: 'What if' }],
    });
  });

  test('several headings are a list; a class of goods has no number', () => {
    const line = assessedLine({
      line: entryLine({ goods: { kind: 'class', name: 'steel' } }),
      duties: [dutyLine({ headings: ['9903.80.01', '9903.01.25'] })],
    });
    expect(lineJson(line, style())).toMatchObject({
      hts: null,
      goods: 'steel',
      duties: [{ heading: ['9903.80.01', '9903.01.25'] }],
    });
  });

  test('unknown, refused and invalid are not zero', () => {
    expect(lineJson(unknown, style())).toMatchObject({
      status: 'unknown',
      totals: null,
      outcomes: [{ duty: '0.00' }, { duty: '25000.00' }],
    });
    expect(lineJson(refused, style())).toMatchObject({ status: 'refused', totals: null, outcomes: null });
    expect(lineJson(invalidLine(), style())).toMatchObject({
      file: 'shipments.csv',
      line: 14,
      id: 'S-14',
      status: 'invalid',
      hts: null,
      enteredValue: null,
      declared: { hts: '101210000', origin: 'DE', date: '2022-02-01', value: '1200.00' },
      totals: null,
    });
  });
});
