/** A plan that uses every alternative of the language at least once. */
export const samplePlan = `
survey: vi-du-2024
title: Khảo sát ví dụ
scheme: QĐ 1/QĐ-UBND
document:
  issuer: UBND huyện Ví Dụ
  date: 2024-09
  signer: { title: CHỦ TỊCH, name: Nguyễn Văn A }
fieldwork:
  opens: 2024-09-09
  closes: 2024-09-30
  modes: [online, paper]
  windows: [{ name: Báo cáo, from: 2024-09-10, to: 2024-09-12, daily: { from: "16:30", to: "17:00" } }]
units:
  - block: phong
    name: Các phòng
    type: division
    units:
      - { id: noi-vu, name: Phòng Nội vụ, desks: 3 }
      - { id: tu-phap, name: Phòng Tư pháp, desks: unknown, ranked: no, type: legal }
  - block: xa
    name: Các xã
    units:
      - { id: an-binh, name: Xã An Bình, staff: 8, visitors: 60 }
      - { id: constructor, name: Xã Hòa Mỹ, staff: 6, visitors: unknown }
places:
  levels: [commune, village]
  list:
    - { id: ab, name: An Bình, unit: an-binh, places: [{ id: ab-1, name: Thôn 1, households: 310 }] }
    - { id: hm, name: Hòa Mỹ, unit: constructor, places: [{ id: hm-1, name: Thôn 1 }] }
groups:
  - id: deputies
    name: Đại biểu
    form: "01"
    about: { blocks: [xa], units: [noi-vu] }
    priority: 1
    quota: { total: 30 }
    send: 2024-09-10
    stated: { about: 30 }
  - id: staff
    name: Công chức xã
    form: "02"
    in: xa
    quota: { counts: { an-binh: 8, constructor: 6 }, except: { constructor: { census: staff } } }
    send: { default: 2024-09-11, constructor: 2024-09-12 }
    mode: paper
    serial: optional
    spare: 5%
    priority: 2
  - id: desks
    name: Người dân ở bộ phận một cửa
    form: "02"
    in: { units: [noi-vu] }
    about: { blocks: [phong] }
    quota: { per: { take: 2, of: desks } }
    send: 2024-09-11
    spare: 2
  - id: households
    name: Hộ gia đình
    form: "02"
    in: places
    quota: { stages: { take: 5, by: [{ level: commune, take: 2 }, { level: village, take: 1 }] } }
    send: 2024-09-11
  - id: visitors
    name: Người đến giao dịch
    form: "02"
    in: [xa]
    quota: { band: { observed: visitors, within: 50%, within_forms: 10, at_least: 20, one_per_visitor: yes } }
    send: 2024-09-11
stated: [{ name: Cộng hai nhóm, groups: [deputies, staff], total: 44 }]
scales:
  hai-long:
    - { code: 3, label: Hài lòng, points: 100, positive: yes }
    - { code: 2, label: Bình thường, points: 50.5 }
    - { code: 9, label: Không có ý kiến }
questions:
  q1: { text: Câu một, scale: hai-long, section: Chung }
forms:
  - { id: "01", code: 01/VD, title: Phiếu một, questions: [q1] }
  - id: "02"
    code: 02/VD
    title: Phiếu hai
    how_to: Đánh dấu X
    questions: [q1, { id: q2, text: Câu hai, scale: hai-long }, { id: gy, text: Ý kiến khác, open: yes }]
index:
  criteria:
    - code: "1"
      name: Lĩnh vực
      not_for: { blocks: [phong] }
      criteria:
        - { code: "1.10", name: Thẩm định, max: 2.5, appraised: yes, not_for: { units: [an-binh] } }
        - code: "1.2"
          name: Điều tra
          max: 7.5
          survey:
            questions: [q1, q2]
            by: { deputies: { weight: 40%, questions: [q1] }, staff: 0.3, households: 0.1, visitors: 0.2 }
            as: share
  classes: { default: [{ name: Đạt, from: 50 }, { name: Chưa đạt, from: 0 }], by_block: { xa: [{ name: Một, from: 0 }] } }
  rounding: { mode: truncate }
tasks:
  - { id: in-phieu, name: In phiếu, lead: Phòng Nội vụ, support: [A, B], from: 2024-09, due: 2024-09 }
`;
