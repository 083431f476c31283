/** What findings about returns call the parts of a plan. */
export type Thing = 'unit' | 'group' | 'form' | 'place' | 'question';

export const things: Readonly<Record<'vi' | 'en', Readonly<Record<Thing, string>>>> = {
  vi: {
    unit: 'đơn vị',
    group: 'nhóm đối tượng',
    form: 'mẫu phiếu',
    place: 'địa bàn',
    question: 'câu hỏi',
  },
  en: { unit: 'unit', group: 'group', form: 'form', place: 'place', question: 'question' },
};
