"""Workbooks as openpyxl writes them: openpyxl_books.py <answers.csv> <folder>."""

import csv
import sys
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

rows = list(csv.reader(open(sys.argv[1], encoding="utf-8")))
out = Path(sys.argv[2])
moment = datetime(2024, 9, 30)


def typed(row, at, column):
    text = row[column]
    is_number = at > 0 and 1 < column < 5 and text != ""
    return float(text.replace(",", ".")) if is_number else (text or None)


def filled(sheet, value=typed):
    for at, row in enumerate(rows):
        sheet.append([value(row, at, column) for column in range(len(row))])


def save(book, name):
    book.properties.created = book.properties.modified = moment
    book.save(out / name)


book = Workbook()
book.active.title = "Phiếu"
filled(book.active)
save(book, "openpyxl.xlsx")

book = Workbook(write_only=True)
filled(book.create_sheet("Phiếu"))
save(book, "openpyxl-write-only.xlsx")

book = Workbook()
sheet = book.active
sheet.title = "Phiếu"
filled(sheet, lambda row, at, column: row[column] or None)
save(book, "openpyxl-text.xlsx")

book = Workbook()
sheet = book.active
sheet.title = "Phiếu thu về"
filled(sheet)
sheet.freeze_panes = "C2"
sheet.auto_filter.ref = sheet.dimensions
for cell in sheet[1]:
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDDDDD")
sheet["C2"].comment = Comment("xem lại phiếu giấy", "ĐTV")
rule = DataValidation(type="list", formula1='"1,2,3,4,5"', allow_blank=True)
rule.add("C2:D1000")
sheet.add_data_validation(rule)
sheet.column_dimensions["F"].width = 60
save(book, "openpyxl-dinh-dang.xlsx")

book = Workbook()
sheet = book.active
filled(sheet, lambda row, at, column: row[column] or None)
sheet.add_table(Table(displayName="BangPhieu", ref=f"A1:F{len(rows)}"))
save(book, "openpyxl-bang.xlsx")

book = Workbook()
sheet = book.active
sheet.title = "Phiếu"
sheet.append(["DANH SÁCH PHIẾU THU VỀ"])
sheet.merge_cells("A1:F1")
sheet.append([])
filled(sheet)
save(book, "openpyxl-tieu-de.xlsx")

book = Workbook()
sheet = book.active
sheet.title = "Phiếu"
filled(sheet)
sheet["C2"] = "=2+3"
save(book, "openpyxl-cong-thuc.xlsx")

book = Workbook()
book.active.title = "Phiếu"
filled(book.active)
hidden = book.create_sheet("Danh mục")
hidden.append(["mã", "tên"])
hidden.sheet_state = "hidden"
book.active.column_dimensions["E"].hidden = True
book.active.row_dimensions[3].hidden = True
save(book, "openpyxl-an.xlsx")
