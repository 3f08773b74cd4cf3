import { describe, expect, test } from 'vitest';
import { type Shipment, assess, codesOf, decided, owedBy } from './officer.ts';

// Numbers by list of note 16(c).
const ingot = { hts: '7601.10.6090' }; // (i)
const cask = { hts: '7612.10.0000' }; // (ii)
const coil = { hts: '7208.39.0030' }; // (iii)
const bolts = { hts: '7318.15.2095' }; // (iv)
const wire = { hts: '7408.11.3000' }; // (v)
const hinges = { hts: '8302.10.3000' }; // (vi)
const cylinders = { hts: '8412.21.0045' }; // (vii)
const gearboxes = { hts: '8483.40.9000' }; // (vii)
const sinks = { hts: '7324.10.0010' }; // (vii)
const cable = { hts: '8544.49.1000' }; // (viii)
const connected = { hts: '8544.42.9090' }; // (vi) and (viii)
const sprayers = { hts: '8424.89.9000' }; // (ix) and (x)
const transformers = { hts: '8504.34.0000' }; // (ix)
const centers = { hts: '8457.10.0000' }; // (x)
const bulldozers = { hts: '8429.11.0010' }; // (vii), from June (xi)

const april = { date: '2026-04-06' };
const beforeJune = { date: '2026-06-07' };
const june = { date: '2026-06-08' };

describe('the first day, one duty on the full customs value', () => {
  decided([
    {
      line: { ...coil, ...april, origin: 'DE', value: '84320.00', steel_content_value: '60000.00' },
      owes: [['9903.82.02', '50%', '42160.00']],
      why: 'steel coil of Germany, Proc. 11021 clause (2), full value whatever the content: 84,320.00 × 50% = 42,160.00',
    },
    {
      line: { ...ingot, ...april, origin: 'CA', value: '250000.00' },
      owes: [['9903.82.02', '50%', '125000.00']],
      why: 'aluminum of Canada, Proc. 11021 clause (2): 250,000.00 × 50% = 125,000.00',
    },
    {
      line: { ...wire, ...april, origin: 'CL', value: '61280.00' },
      owes: [['9903.82.02', '50%', '30640.00']],
      why: 'copper wire of Chile, note 16(c)(v): 61,280.00 × 50% = 30,640.00',
    },
    {
      line: { ...hinges, ...april, origin: 'CN', value: '9999.99' },
      owes: [['9903.82.09', '25%', '2500.00']],
      why: 'hinges of China, note 16(c)(vi): 9,999.99 × 25% = 2,499.9975 → 2,500.00',
    },
    {
      line: { hts: '8716.39.0040', ...april, origin: 'CN', value: '40000.00' },
      owes: [['9903.82.09', '25%', '10000.00']],
      why: 'trailers, on the aluminum and on the steel list, pay once, Proc. 11021 clause (9): 40,000.00 × 25% = 10,000.00',
    },
    {
      line: { hts: '7614.10.1000', ...april, origin: 'TW', value: '7310.00' },
      owes: [['9903.82.02', '50%', '3655.00']],
      why: 'cable with a steel core, on lists (ii) and (iv), pays once: 7,310.00 × 50% = 3,655.00',
    },
    {
      line: { ...cable, ...april, origin: 'KR', value: '18200.00' },
      owes: [['9903.82.09', '25%', '4550.00']],
      why: 'copper cable, note 16(c)(viii): 18,200.00 × 25% = 4,550.00',
    },
    {
      line: { hts: '9403.20.0075', ...april, origin: 'CN', value: '5000.00' },
      owes: [],
      why: 'steel racks, off the lists by Annex II of Proc. 11021 until June: nothing',
    },
    {
      line: { hts: '9403.20.0075', ...june, origin: 'CN', value: '5000.00' },
      owes: [['9903.82.09', '25%', '1250.00']],
      why: 'steel racks, back on list (vii) by Proc. 11032: 5,000.00 × 25% = 1,250.00',
    },
    {
      line: { hts: '3701.30.0000', ...beforeJune, origin: 'DE', value: '5000.00' },
      owes: [],
      why: 'lithographic plates, the day before Proc. 11032: nothing',
    },
    {
      line: { hts: '3701.30.0000', ...june, origin: 'DE', value: '5000.00' },
      owes: [['9903.82.09', '25%', '1250.00']],
      why: 'lithographic plates, on list (vi) by Proc. 11032: 5,000.00 × 25% = 1,250.00',
    },
  ]);
});

describe('a total of 15%, with the base duty', () => {
  const pumps = { ...sprayers, ...april, origin: 'IT', value: '33450.00' };
  decided([
    {
      line: { ...pumps, base_rate: '0%' },
      owes: [['9903.82.10', '15%', '5017.50']],
      why: 'base duty 0%, note 16(f): 33,450.00 × (15% − 0%) = 5,017.50',
    },
    {
      line: { ...pumps, base_rate: '4%' },
      owes: [['9903.82.10', '15%', '3679.50']],
      why: 'base duty 4%, note 16(f): 33,450.00 × (15% − 4%) = 3,679.50',
    },
    {
      line: { ...pumps, base_rate: '14.9%' },
      owes: [['9903.82.10', '15%', '33.45']],
      why: 'base duty 14.9%, note 16(f): 33,450.00 × 0.1% = 33.45',
    },
    {
      line: { ...pumps, base_rate: '15%' },
      owes: [['9903.82.11', 'Free', '0.00']],
      why: 'base duty 15%, HTS 9903.82.11: nothing is added',
    },
    {
      line: { ...pumps, base_rate: '20%' },
      owes: [['9903.82.11', 'Free', '0.00']],
      why: 'base duty 20%, HTS 9903.82.11: nothing is added',
    },
    {
      line: { hts: '8415.90.8045', ...beforeJune, origin: 'TH', value: '12000.00', base_rate: '1.4%' },
      owes: [['9903.82.09', '25%', '3000.00']],
      why: 'parts of air conditioners, list (vi) until June: 12,000.00 × 25% = 3,000.00',
    },
    {
      line: { hts: '8415.90.8045', ...june, origin: 'TH', value: '12000.00', base_rate: '1.4%' },
      owes: [['9903.82.10', '15%', '1632.00']],
      why: 'parts of air conditioners, list (ix) by Proc. 11032: 12,000.00 × (15% − 1.4%) = 1,632.00',
    },
  ]);

  test('is not known where the base duty is not', () => {
    const line = { ...transformers, ...april, origin: 'IT', value: '33450.00' };
    expect(assess(line).status).toBe('unknown');
    expect(codesOf(line)).toContain('fact-undeclared');
  });
});

describe('a total of 10%, for metal of the United States', () => {
  const lathes = { ...centers, origin: 'JP', value: '81200.00' };
  decided([
    {
      line: { ...lathes, ...april, base_rate: '4.2%', us_metal_share: '95%' },
      owes: [['9903.82.07', '10%', '4709.60']],
      why: '95% in April, note 16(e): 81,200.00 × (10% − 4.2%) = 4,709.60',
    },
    {
      line: { ...lathes, ...april, base_rate: '4.2%', us_metal_share: '94.9%' },
      owes: [['9903.82.10', '15%', '8769.60']],
      why: '94.9% in April is not 95%: 81,200.00 × (15% − 4.2%) = 8,769.60',
    },
    {
      line: { ...lathes, ...june, base_rate: '4.2%', us_metal_share: '85%' },
      owes: [['9903.82.07', '10%', '4709.60']],
      why: '85% from Proc. 11032 clause (4): 81,200.00 × (10% − 4.2%) = 4,709.60',
    },
    {
      line: { ...lathes, ...june, base_rate: '12%', us_metal_share: '85%' },
      owes: [['9903.82.08', 'Free', '0.00']],
      why: 'base duty 12%, HTS 9903.82.08: nothing is added',
    },
    {
      line: { ...lathes, ...june, base_rate: '20%', us_metal_share: '90%' },
      owes: [['9903.82.08', 'Free', '0.00']],
      why: 'base duty 20%, United States metal: 9903.82.08, since .11 is for what does not meet note 16(e)',
    },
  ]);
});

describe('metal of the United States, 10%', () => {
  decided([
    {
      line: { ...bolts, ...april, origin: 'TW', value: '20500.00', us_metal_share: '94.9%' },
      owes: [['9903.82.02', '50%', '10250.00']],
      why: '94.9% in April: 20,500.00 × 50% = 10,250.00',
    },
    {
      line: { ...bolts, ...april, origin: 'TW', value: '20500.00', us_metal_share: '95%' },
      owes: [['9903.82.06', '10%', '2050.00']],
      why: '95% in April, note 16(e): 20,500.00 × 10% = 2,050.00',
    },
    {
      line: { ...bolts, ...beforeJune, origin: 'TW', value: '20500.00', us_metal_share: '85%' },
      owes: [['9903.82.02', '50%', '10250.00']],
      why: '85% on the last day of the 95% test: 20,500.00 × 50% = 10,250.00',
    },
    {
      line: { ...bolts, ...june, origin: 'TW', value: '20500.00', us_metal_share: '85%' },
      owes: [['9903.82.06', '10%', '2050.00']],
      why: '85% from Proc. 11032 clause (4): 20,500.00 × 10% = 2,050.00',
    },
    {
      line: { ...bolts, ...june, origin: 'TW', value: '20500.00', us_metal_share: '84.99%' },
      owes: [['9903.82.02', '50%', '10250.00']],
      why: '84.99% in June: 20,500.00 × 50% = 10,250.00',
    },
    {
      line: { ...coil, ...june, origin: 'TW', value: '20500.00', us_metal_share: '100%' },
      owes: [['9903.82.02', '50%', '10250.00']],
      why: 'articles of list (iii) have no relief for United States metal: 20,500.00 × 50% = 10,250.00',
    },
    {
      line: { ...cable, ...april, origin: 'MX', value: '20500.00', us_metal_share: '96%' },
      owes: [['9903.82.06', '10%', '2050.00']],
      why: 'copper cable, list (viii) as corrected by 91 FR 23056: 20,500.00 × 10% = 2,050.00',
    },
    {
      line: { ...hinges, ...june, origin: 'GB', value: '20500.00', us_metal_share: '90%', uk_metal_share: '95%' },
      owes: [['9903.82.06', '10%', '2050.00']],
      why: 'both shares met, the lower rate (order not written): 20,500.00 × 10% = 2,050.00',
    },
  ]);
});

describe('metal of the United Kingdom', () => {
  const british = { ...april, origin: 'GB', value: '48000.00' };
  decided([
    {
      line: { ...coil, ...british, uk_metal_share: '95%' },
      owes: [['9903.82.04', '25%', '12000.00']],
      why: 'coil with 95% British metal, note 16(d): 48,000.00 × 25% = 12,000.00',
    },
    {
      line: { ...coil, ...british, uk_metal_share: '94.9%' },
      owes: [['9903.82.02', '50%', '24000.00']],
      why: 'coil with 94.9% British metal: 48,000.00 × 50% = 24,000.00',
    },
    {
      line: { ...coil, ...british },
      owes: [['9903.82.02', '50%', '24000.00']],
      why: 'coil of unnamed metal: 48,000.00 × 50% = 24,000.00',
    },
    {
      line: { ...cylinders, ...british, uk_metal_share: '100%' },
      owes: [['9903.82.05', '15%', '7200.00']],
      why: 'cylinders of British steel, HTS 9903.82.05: 48,000.00 × 15% = 7,200.00',
    },
    {
      line: { ...wire, ...british, uk_metal_share: '100%' },
      owes: [['9903.82.02', '50%', '24000.00']],
      why: 'copper has no British rate, HTS 9903.82.04 names lists (i) to (iv): 48,000.00 × 50% = 24,000.00',
    },
    {
      line: { ...connected, ...british, uk_metal_share: '100%' },
      owes: [['9903.82.09', '25%', '12000.00']],
      why: 'a number of the copper list too, 8544.42.90: 48,000.00 × 25% = 12,000.00',
    },
    {
      line: { ...coil, ...april, origin: 'DE', value: '48000.00', uk_metal_share: '100%' },
      owes: [['9903.82.02', '50%', '24000.00']],
      why: 'British metal in German coil gives nothing, 9903.82.04 is for products of the United Kingdom: 48,000.00 × 50% = 24,000.00',
    },
  ]);
});

describe('weight of the metal', () => {
  const fittings = { ...hinges, ...april, origin: 'CN', value: '6000.00' };
  decided([
    {
      line: { ...fittings, metal_weight_share: '14.9%' },
      owes: [['9903.82.03', 'Free', '0.00']],
      why: '14.9% of the weight, note 16(c): nothing',
    },
    {
      line: { ...fittings, metal_weight_share: '15%' },
      owes: [['9903.82.09', '25%', '1500.00']],
      why: '15% of the weight is not under 15%: 6,000.00 × 25% = 1,500.00',
    },
    {
      line: { ...sinks, ...april, origin: 'CN', value: '6000.00', metal_weight_share: '14.9%' },
      owes: [['9903.82.09', '25%', '1500.00']],
      why: 'chapter 73 has no weight test, HTS 9903.82.03: 6,000.00 × 25% = 1,500.00',
    },
    {
      line: { ...fittings, contains_metal: 'no', metal_weight_share: '0%' },
      owes: [['9903.82.01', 'Free', '0.00']],
      why: 'no metal at all, HTS 9903.82.01 before .03, 91 FR 23056: nothing',
    },
    {
      line: { ...bulldozers, ...june, origin: 'JP', value: '6000.00', metal_weight_share: '10%', base_rate: '0%' },
      owes: [['9903.82.03', 'Free', '0.00']],
      why: 'the weight test goes before a partner’s total, note 16(c): nothing',
    },
    {
      line: { ...fittings, metal_weight_share: '10%', primary_smelt_country: 'RU' },
      owes: [['9903.82.03', 'Free', '0.00']],
      why: 'Russian aluminum of under 15% of the weight: nothing (assumed, the order is not written)',
    },
  ]);
});

describe('Russia and column 2', () => {
  decided([
    {
      line: { ...ingot, ...april, origin: 'RU', value: '10000.00' },
      owes: [['9903.85.67', '200%', '20000.00']],
      why: 'aluminum of Russia, Proc. 11021 clause (8): 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...ingot, ...april, origin: 'AE', value: '10000.00', primary_smelt_country: 'RU', cast_country: 'AE' },
      owes: [['9903.85.67', '200%', '20000.00']],
      why: 'smelted in Russia, product of the Emirates, Proc. 10522: 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...ingot, ...april, origin: 'AE', value: '10000.00', primary_smelt_country: 'AE', cast_country: 'RU' },
      owes: [['9903.85.67', '200%', '20000.00']],
      why: 'cast in Russia, product of the Emirates, Proc. 10522: 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...ingot, ...april, origin: 'AE', value: '10000.00', primary_smelt_country: 'unknown' },
      owes: [['9903.85.67', '200%', '20000.00']],
      why: 'a smelter that is not known pays as Russian, CSMS 65340246: 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...ingot, ...april, origin: 'AE', value: '10000.00', primary_smelt_country: 'AE', cast_country: 'AE' },
      owes: [['9903.82.02', '50%', '5000.00']],
      why: 'smelted and cast in the Emirates: 10,000.00 × 50% = 5,000.00',
    },
    {
      line: {
        ...cask,
        ...april,
        origin: 'GB',
        value: '10000.00',
        secondary_smelt_country: 'RU',
        uk_metal_share: '96%',
      },
      owes: [['9903.85.68', '200%', '20000.00']],
      why: 'Russian metal goes before British metal, Proc. 11021 clause (8): 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...hinges, ...june, origin: 'CN', value: '10000.00', primary_smelt_country: 'RU', us_metal_share: '90%' },
      owes: [['9903.85.68', '200%', '20000.00']],
      why: 'Russian metal goes before United States metal, HTS 9903.82.06: 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...coil, ...april, origin: 'RU', value: '10000.00' },
      owes: [['9903.82.14', '50%', '5000.00']],
      why: 'steel of Russia, HTS 9903.82.14: 10,000.00 × 50% = 5,000.00',
    },
    {
      line: { ...cylinders, ...april, origin: 'RU', value: '10000.00' },
      owes: [['9903.82.16', '25%', '2500.00']],
      why: 'derivative steel of Russia, HTS 9903.82.16: 10,000.00 × 25% = 2,500.00',
    },
    {
      line: { ...cylinders, ...june, origin: 'RU', value: '10000.00', us_metal_share: '85%' },
      owes: [['9903.82.15', '10%', '1000.00']],
      why: 'derivative steel of Russia, United States metal, HTS 9903.82.15: 10,000.00 × 10% = 1,000.00',
    },
    {
      line: { ...centers, ...june, origin: 'RU', value: '10000.00', us_metal_share: '100%', base_rate: '30%' },
      owes: [['9903.82.17', '25%', '2500.00']],
      why: 'list (x) of Russia, HTS 9903.82.17, no total and no relief: 10,000.00 × 25% = 2,500.00',
    },
    {
      line: { ...bulldozers, ...june, origin: 'RU', value: '10000.00' },
      owes: [['9903.82.16', '25%', '2500.00']],
      why: 'mobile equipment of Russia, HTS 9903.82.16 as of June: 10,000.00 × 25% = 2,500.00',
    },
    {
      line: { ...sprayers, ...april, origin: 'BY', value: '10000.00', base_rate: '35%', us_metal_share: '100%' },
      owes: [['9903.82.12', '25%', '2500.00']],
      why: 'Belarus pays column 2 and 25%, HTS 9903.82.12, no total: 10,000.00 × 25% = 2,500.00',
    },
    {
      line: { ...sprayers, ...april, origin: 'RU', value: '10000.00', base_rate: '35%' },
      owes: [['9903.85.68', '200%', '20000.00']],
      why: 'Russia on the aluminum list (ix), before 9903.82.12 and .17: 10,000.00 × 200% = 20,000.00',
    },
    {
      line: {
        hts: '8716.39.0040',
        ...april,
        origin: 'RU',
        value: '10000.00',
        us_metal_share: '100%',
        motorcycle_parts: 'yes',
      },
      owes: [['9903.85.68', '200%', '20000.00']],
      why: 'Russia, on the aluminum and on the steel list, before every relief, HTS 9903.82.06: 10,000.00 × 200% = 20,000.00',
    },
    {
      line: { ...coil, ...april, origin: 'KP', value: '10000.00' },
      owes: [['9903.82.02', '50%', '5000.00']],
      why: 'North Korea, HTS 9903.82.02 in column 2: 10,000.00 × 50% = 5,000.00',
    },
    {
      line: { ...cylinders, ...june, origin: 'CU', value: '10000.00', equipment_parts: 'yes', base_rate: '35%' },
      owes: [['9903.82.09', '25%', '2500.00']],
      why: 'note 16(k) does not reach countries of general note 3(b): 10,000.00 × 25% = 2,500.00',
    },
  ]);
});

describe('Canada and Mexico under USMCA', () => {
  const quantity = { spi: 'S', commerce_quantity: 'yes' };
  const both = '9903.82.20,9903.82.21';
  const excavator = { ...bulldozers, ...june, value: '150000.00', spi: 'S' };
  decided([
    {
      line: { ...coil, date: '2026-04-22', origin: 'CA', value: '70000.00', ...quantity, melt_pour_country: 'CA' },
      owes: [['9903.82.02', '50%', '35000.00']],
      why: 'the day before 9903.82.18: 70,000.00 × 50% = 35,000.00',
    },
    {
      line: { ...coil, date: '2026-04-23', origin: 'CA', value: '70000.00', ...quantity, melt_pour_country: 'CA' },
      owes: [['9903.82.18', '25%', '17500.00']],
      why: 'steel within an authorized quantity, note 16(h): 70,000.00 × 25% = 17,500.00',
    },
    {
      line: { ...coil, date: '2026-04-23', origin: 'CA', value: '70000.00', ...quantity, melt_pour_country: 'CN' },
      owes: [['9903.82.02', '50%', '35000.00']],
      why: 'steel poured in China, note 16(h) not met: 70,000.00 × 50% = 35,000.00',
    },
    {
      line: {
        ...ingot,
        date: '2026-04-23',
        origin: 'CA',
        value: '70000.00',
        ...quantity,
        primary_smelt_country: 'CA',
        cast_country: 'CA',
      },
      owes: [['9903.82.19', '25%', '17500.00']],
      why: 'aluminum within an authorized quantity, note 16(i): 70,000.00 × 25% = 17,500.00',
    },
    {
      line: { ...excavator, origin: 'MX', us_content_share: '30%' },
      owes: [[both, '25%', '26250.00']],
      why: '30% of the value from the United States, note 16(j): 150,000.00 × (100% − 30%) × 25% = 26,250.00',
    },
    {
      line: { ...excavator, origin: 'MX', us_content_share: '40%' },
      owes: [[both, '25%', '22500.00']],
      why: '40% from the United States: 150,000.00 × 60% × 25% = 22,500.00',
    },
    {
      line: { ...excavator, origin: 'CA', us_content_share: '55%' },
      owes: [[both, '25%', '22500.00']],
      why: '55% from the United States, of which 40% count: 150,000.00 × 60% × 25% = 22,500.00',
    },
    {
      line: { ...excavator, origin: 'CA' },
      owes: [[both, '25%', '37500.00']],
      why: 'United States content not declared, full value: 150,000.00 × 25% = 37,500.00',
    },
    {
      line: { ...excavator, origin: 'CA', spi: '', us_content_share: '30%' },
      owes: [['9903.82.09', '25%', '37500.00']],
      why: 'not under USMCA, HTS 9903.82.09: 150,000.00 × 25% = 37,500.00',
    },
    {
      line: { ...excavator, origin: 'CA', us_content_share: '30%', us_metal_share: '85%' },
      owes: [['9903.82.06', '10%', '15000.00']],
      why: 'United States metal is the lower rate, Proc. 11032 clause (3)(b): 150,000.00 × 10% = 15,000.00',
    },
  ]);
});

describe('mobile industrial equipment', () => {
  const dozer = { ...bulldozers, ...june, value: '150000.00' };
  decided([
    {
      line: { ...dozer, date: '2026-06-07', origin: 'JP', base_rate: '0%' },
      owes: [['9903.82.09', '25%', '37500.00']],
      why: 'the day before Proc. 11032, list (vii): 150,000.00 × 25% = 37,500.00',
    },
    {
      line: { ...dozer, origin: 'JP', base_rate: '0%' },
      owes: [['9903.82.22', '15%', '22500.00']],
      why: 'Japan, total of 15%, Proc. 11032 clause (2)(b): 150,000.00 × (15% − 0%) = 22,500.00',
    },
    {
      line: { ...dozer, origin: 'DE', base_rate: '4%' },
      owes: [['9903.82.22', '15%', '16500.00']],
      why: 'Germany, base duty 4%: 150,000.00 × (15% − 4%) = 16,500.00',
    },
    {
      line: { ...dozer, origin: 'CH', base_rate: '20%' },
      owes: [['9903.82.22', '15%', '0.00']],
      why: 'Switzerland, base duty 20%, clause (2)(b): nothing is added',
    },
    {
      line: { ...dozer, origin: 'GB', base_rate: '0%', uk_metal_share: '100%' },
      owes: [['9903.82.22', '15%', '22500.00']],
      why: 'the United Kingdom is a partner; 9903.82.05 does not name list (xi): 150,000.00 × 15% = 22,500.00',
    },
    {
      line: { ...dozer, origin: 'CN', base_rate: '0%' },
      owes: [['9903.82.09', '25%', '37500.00']],
      why: 'China, no partner: 150,000.00 × 25% = 37,500.00',
    },
    {
      line: { ...dozer, origin: 'JP', base_rate: '0%', us_metal_share: '85%' },
      owes: [['9903.82.06', '10%', '15000.00']],
      why: 'Japan, United States metal, base duty 0%: 10% is lower than 15%, clause (3)(b): 150,000.00 × 10% = 15,000.00',
    },
    {
      line: { ...dozer, origin: 'JP', base_rate: '6%', us_metal_share: '85%' },
      owes: [['9903.82.22', '15%', '13500.00']],
      why: 'Japan, United States metal, base duty 6%: 9% is lower than 10%, clause (3)(b): 150,000.00 × (15% − 6%) = 13,500.00',
    },
  ]);
});

describe('parts', () => {
  const gears = { ...gearboxes, ...june, origin: 'CN', value: '30000.00', base_rate: '2.5%' };
  decided([
    {
      line: { ...cylinders, ...april, origin: 'JP', value: '30000.00', motorcycle_parts: 'yes' },
      owes: [['9903.82.13', 'Free', '0.00']],
      why: 'parts for making motorcycles, note 16(g): nothing',
    },
    {
      line: { ...cylinders, ...april, origin: 'RU', value: '30000.00', motorcycle_parts: 'yes' },
      owes: [['9903.82.13', 'Free', '0.00']],
      why: 'parts for motorcycles from Russia, steel, note 16(g) (order assumed): nothing',
    },
    {
      line: { ...hinges, ...april, origin: 'JP', value: '30000.00', motorcycle_parts: 'yes' },
      owes: [['9903.82.09', '25%', '7500.00']],
      why: 'chapter 83 is outside note 16(g): 30,000.00 × 25% = 7,500.00',
    },
    {
      line: { hts: '8431.20.0000', ...beforeJune, origin: 'JP', value: '30000.00', motorcycle_parts: 'yes' },
      owes: [['9903.82.13', 'Free', '0.00']],
      why: '8431.20 on list (vii), note 16(g): nothing',
    },
    {
      line: { hts: '8431.20.0000', ...june, origin: 'JP', value: '30000.00', motorcycle_parts: 'yes', base_rate: '0%' },
      owes: [['9903.82.13', 'Free', '0.00']],
      why: '8431.20 on list (xi), note 16(g) as of June: nothing',
    },
    {
      line: { ...gears, date: '2026-06-07', equipment_parts: 'yes' },
      owes: [['9903.82.09', '25%', '7500.00']],
      why: 'parts for tractors the day before Proc. 11032: 30,000.00 × 25% = 7,500.00',
    },
    {
      line: { ...gears, equipment_parts: 'yes' },
      owes: [['9903.82.25', '15%', '3750.00']],
      why: 'parts used only to make tractors, note 16(k): 30,000.00 × (15% − 2.5%) = 3,750.00',
    },
    {
      line: { ...gears, equipment_parts: 'yes', base_rate: '16%' },
      owes: [['9903.82.26', 'Free', '0.00']],
      why: 'base duty 16%, HTS 9903.82.26: nothing is added',
    },
    {
      line: { ...gears, equipment_parts: 'yes', us_metal_share: '85%' },
      owes: [['9903.82.23', '10%', '2250.00']],
      why: 'and of United States metal, HTS 9903.82.23: 30,000.00 × (10% − 2.5%) = 2,250.00',
    },
    {
      line: { ...gears, equipment_parts: 'yes', us_metal_share: '85%', base_rate: '16%' },
      owes: [['9903.82.24', 'Free', '0.00']],
      why: 'base duty 16% and United States metal, HTS 9903.82.24: nothing is added',
    },
    {
      line: { ...gears, origin: 'GB', equipment_parts: 'yes', uk_metal_share: '100%' },
      owes: [['9903.82.25', '15%', '3750.00']],
      why: 'British metal too: the total is the lower rate (order assumed): 30,000.00 × (15% − 2.5%) = 3,750.00',
    },
    {
      line: { hts: '8708.29.5160', ...june, origin: 'MX', value: '30000.00', other_section_232: 'yes' },
      owes: [[null, 'Free', '0.00']],
      why: 'auto parts that pay the duty on auto parts, note 33: no duty on metals',
    },
  ]);
});

describe('numbers that were split', () => {
  const machines = { origin: 'IT', value: '8000.00', base_rate: '2.5%' };
  decided([
    {
      line: { hts: '8479.89.9599', date: '2026-06-30', ...machines },
      owes: [['9903.82.10', '15%', '1000.00']],
      why: '8479.89.9599 of list (ix): 8,000.00 × (15% − 2.5%) = 1,000.00',
    },
    {
      line: { hts: '8479.89.9597', date: '2026-06-30', ...machines },
      owes: [],
      why: '8479.89.9597 is no number yet: nothing',
    },
    {
      line: { hts: '8479.89.9597', date: '2026-07-01', ...machines },
      owes: [['9903.82.10', '15%', '1000.00']],
      why: '8479.89.9597, split off on this day: 8,000.00 × (15% − 2.5%) = 1,000.00',
    },
    {
      line: { hts: '8708.29.5150', date: '2026-07-01', origin: 'IT', value: '8000.00' },
      owes: [['9903.82.09', '25%', '2000.00']],
      why: '8708.29.5150, split off on this day from a number of list (vi): 8,000.00 × 25% = 2,000.00',
    },
    {
      line: { hts: '3004.90.9244', ...april, origin: 'DE', value: '8000.00' },
      owes: [],
      why: '3004.90.9244, given to another article in February; medicaments left by Annex II of Proc. 11021: nothing',
    },
    {
      line: { hts: '8708.29.2140', ...beforeJune, origin: 'DE', value: '8000.00' },
      owes: [['9903.82.09', '25%', '2000.00']],
      why: '8708.29.2140 under 8708.29.21 of list (vi) and (vii): 8,000.00 × 25% = 2,000.00',
    },
    {
      line: { hts: '8708.29.2140', ...june, origin: 'DE', value: '8000.00' },
      owes: [],
      why: '8708.29.2140 in June: only stampings of the metals, .2120 and .2130, stay: nothing',
    },
    {
      line: { hts: '8708.29.2120', ...june, origin: 'CN', value: '8000.00', base_rate: '2.5%' },
      owes: [['9903.82.10', '15%', '1000.00']],
      why: '8708.29.2120, steel stampings, list (x) of June: 8,000.00 × (15% − 2.5%) = 1,000.00',
    },
  ]);
});

describe('the end of the temporary lists', () => {
  const line = { value: '8000.00', base_rate: '2.5%' };
  decided([
    {
      line: { ...transformers, date: '2027-12-31', origin: 'IT', ...line },
      owes: [['9903.82.10', '15%', '1000.00']],
      why: 'the last day of list (ix): 8,000.00 × (15% − 2.5%) = 1,000.00',
    },
    {
      line: { ...transformers, date: '2028-01-01', origin: 'IT', ...line },
      owes: [['9903.82.09', '25%', '2000.00']],
      why: 'list (ix) in list (vi), Annex IV part B: 8,000.00 × 25% = 2,000.00',
    },
    {
      line: { ...transformers, date: '2028-01-01', origin: 'RU', ...line },
      owes: [['9903.85.68', '200%', '16000.00']],
      why: 'Russia, list (ix) in list (vi): 8,000.00 × 200% = 16,000.00',
    },
    {
      line: { ...centers, date: '2028-01-01', origin: 'GB', uk_metal_share: '95%', ...line },
      owes: [['9903.82.05', '15%', '1200.00']],
      why: 'list (x) in list (vii), British metal: 8,000.00 × 15% = 1,200.00',
    },
    {
      line: { ...centers, date: '2028-01-01', origin: 'BY', ...line },
      owes: [['9903.82.09', '25%', '2000.00']],
      why: 'Belarus, heading 9903.82.12 has ended: 8,000.00 × 25% = 2,000.00',
    },
    {
      line: { ...bulldozers, date: '2027-12-31', origin: 'JP', ...line },
      owes: [['9903.82.22', '15%', '1000.00']],
      why: 'the last day of a partner’s total: 8,000.00 × (15% − 2.5%) = 1,000.00',
    },
    {
      line: { ...bulldozers, date: '2028-01-01', origin: 'JP', ...line },
      owes: [['9903.82.09', '25%', '2000.00']],
      why: 'the rates of clause (3) for list (xi), Proc. 11032 clause (3)(a): 8,000.00 × 25% = 2,000.00',
    },
    {
      line: { ...bulldozers, date: '2028-01-01', origin: 'JP', us_metal_share: '85%', ...line },
      owes: [['9903.82.06', '10%', '800.00']],
      why: 'list (xi) with United States metal, clause (3)(a): 8,000.00 × 10% = 800.00',
    },
    {
      line: { ...gearboxes, date: '2028-01-01', origin: 'CN', equipment_parts: 'yes', ...line },
      owes: [['9903.82.09', '25%', '2000.00']],
      why: 'note 16(k) has ended: 8,000.00 × 25% = 2,000.00',
    },
  ]);
});

describe('outside the table', () => {
  const metals = (line: Shipment): number =>
    assess(line).duties.filter(({ regime }) => regime === 'us-232-metals').length;

  test('on 2026-04-05 other tables answer, on 2026-04-06 this one', () => {
    const line = { ...hinges, origin: 'CN', value: '1000.00' };
    expect(metals({ ...line, date: '2026-04-05' })).toBe(0);
    expect(metals({ ...line, date: '2026-04-06' })).toBe(1);
  });

  test('an approved plan for primary aluminum has no rate yet: half of the rate otherwise in effect', () => {
    const line = { ...ingot, origin: 'CA', value: '1000.00', onshoring_plan: 'yes' };
    expect(owedBy({ ...line, date: '2026-07-19' })).toEqual([['9903.82.02', '50%', '500.00']]);
    expect(assess({ ...line, date: '2026-07-20' }).status).toBe('unknown');
    expect(codesOf({ ...line, date: '2026-07-20' })).toContain('rate-unknown');
  });
});
