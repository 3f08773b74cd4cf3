import { describe } from 'vitest';
import { decided } from './officer.ts';

describe('copper', () => {
  decided([
    {
      line: { hts: '7408.11.6000', origin: 'CL', date: '2025-07-31', value: '50000.00' },
      owes: [],
      why: 'wire, the day before Proc. 10962: nothing',
    },
    {
      line: {
        hts: '7408.11.6000',
        origin: 'CL',
        date: '2025-08-01',
        value: '50000.00',
        copper_content_value: '48000.00',
      },
      owes: [['9903.78.01', '50%', '24000.00']],
      why: 'wire on its copper, Proc. 10962: 48,000.00 × 50% = 24,000.00',
    },
    {
      line: { hts: '7408.11.6000', origin: 'GB', date: '2025-08-01', value: '50000.00' },
      owes: [['9903.78.01', '50%', '25000.00']],
      why: 'the United Kingdom as all, content not declared, Proc. 10962: 50,000.00 × 50% = 25,000.00',
    },
    {
      line: {
        hts: '7408.11.6000',
        origin: 'CA',
        date: '2026-04-05',
        value: '50000.00',
        copper_content_value: '49999.99',
      },
      owes: [['9903.78.01', '50%', '25000.00']],
      why: 'last day before Proc. 11021, rate of Proc. 10962: 49,999.99 × 50% = 25,000.00',
    },
    {
      line: { hts: '7403.11.0000', origin: 'CL', date: '2025-08-01', value: '50000.00' },
      owes: [],
      why: 'cathodes are not in note 36(b), Proc. 10962: nothing',
    },
    {
      line: { hts: '7418.20.1000', origin: 'CN', date: '2025-09-01', value: '50000.00', copper_content_value: '0.00' },
      owes: [['9903.78.02', 'Free', '0.00']],
      why: 'a listed good without copper, CSMS 65794272: 0.00',
    },
    {
      line: {
        hts: '8544.42.9090',
        origin: 'CN',
        date: '2025-08-17',
        value: '1000.00',
        copper_content_value: '400.00',
        aluminum_content_value: '100.00',
      },
      owes: [['9903.78.01', '50%', '200.00']],
      why: 'cables with connectors, the day before aluminum was added by 90 FR 40326, Proc. 10962: 400.00 × 50% = 200.00',
    },
    {
      line: {
        hts: '8544.42.9090',
        origin: 'CN',
        date: '2025-08-18',
        value: '1000.00',
        primary_smelt_country: 'CN',
        copper_content_value: '400.00',
        aluminum_content_value: '100.00',
      },
      owes: [
        ['9903.85.08', '50%', '50.00'],
        ['9903.78.01', '50%', '200.00'],
      ],
      why: 'cables with connectors on both metals, Proc. 10962, 90 FR 40326 Annex I.A.f: 100.00 × 50% = 50.00 and 400.00 × 50% = 200.00',
    },
  ]);
});
