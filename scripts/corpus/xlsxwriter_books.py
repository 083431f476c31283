"""Workbooks as XlsxWriter writes them: xlsxwriter_books.py <answers.csv> <folder>."""

import csv
import sys
from datetime import datetime
from pathlib import Path

import xlsxwriter

rows = list(csv.reader(open(sys.argv[1], encoding="utf-8")))
out = Path(sys.argv[2])


def book(name, options=None, change=None):
    workbook = xlsxwriter.Workbook(out / name, options or {})
    workbook.set_properties({"created": datetime(2024, 9, 30)})
    sheet = workbook.add_worksheet("Phiếu")
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "":
                continue
            if at > 0 and 1 < column < 5:
                sheet.write_number(at, column, float(text.replace(",", ".")))
            else:
                sheet.write_string(at, column, text)
    if change is not None:
        change(workbook, sheet)
    workbook.close()


def rich(workbook, sheet):
    bold = workbook.add_format({"bold": True})
    sheet.write_rich_string(3, 5, "Cán bộ ", bold, "nhiệt", " tình")


def formulas(workbook, sheet):
    sheet.write_formula(1, 2, "=2+3", None, 5)
    sheet.write_array_formula(2, 2, 2, 2, "{=SUM(1,2)}", None, 3)
    sheet.write_dynamic_array_formula(3, 2, 3, 2, "=2*2", None, 4)


def dressed(workbook, sheet):
    percent = workbook.add_format({"num_format": "#,##0.0"})
    sheet.set_column(4, 4, 12, percent)
    sheet.write_number(2, 4, 0.5, percent)
    sheet.autofilter(0, 0, len(rows) - 1, 5)
    sheet.data_validation(1, 2, 1000, 3, {"validate": "list", "source": ["1", "2", "3", "4", "5"]})
    sheet.conditional_format(1, 2, 1000, 3, {"type": "3_color_scale"})
    sheet.write_comment(1, 2, "xem lại")
    sheet.protect()


book("xlsxwriter.xlsx")
book("xlsxwriter-constant-memory.xlsx", {"constant_memory": True})
book("xlsxwriter-zip64.xlsx", {"use_zip64": True})
book("xlsxwriter-1904.xlsx", {"date_1904": True})
book("xlsxwriter-hai-phong.xlsx", None, rich)
book("xlsxwriter-cong-thuc.xlsx", None, formulas)
book("xlsxwriter-dinh-dang.xlsx", None, dressed)
book("xlsxwriter-mat-khau-trang.xlsx", None, lambda workbook, sheet: sheet.protect("matkhau"))
