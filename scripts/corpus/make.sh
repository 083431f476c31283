#!/bin/bash
# Makes test/files/corpus/written/ again: one clean table, saved by programs that offices use.
# Needs LibreOffice (soffice), Gnumeric (ssconvert) and Python with openpyxl and xlsxwriter; the tests need none of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../test/files/corpus/written
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

python=${PYTHON:-python3}
"$python" "$here/openpyxl_books.py" "$here/answers.csv" "$out"
"$python" "$here/xlsxwriter_books.py" "$here/answers.csv" "$out"

# LibreOffice: `44,34,76` is comma, double quote, UTF-8; `59` is a semicolon, `9` a tab, `65535` UTF-16;
# `62` is a code page that cannot hold the letters: they become question marks, as when Excel saves plain “CSV”.
office() { # <filter or ending> <options of the filter> <name>
  soffice --headless "-env:UserInstallation=file://$work/profile" \
    --infilter="CSV:44,34,76,1,2/2/2/2/2/2" --convert-to "$1$2" --outdir "$work" "$here/answers.csv" >/dev/null 2>&1
  mv "$work/answers.${1%%:*}" "$out/$3"
}
office xlsx "" libreoffice.xlsx
office xlsx ":Calc Office Open XML" libreoffice-open-xml.xlsx
office csv ":Text - txt - csv (StarCalc):59,34,76,1" libreoffice-cham-phay.csv
office csv ":Text - txt - csv (StarCalc):9,34,65535,1" libreoffice-utf16.csv
office csv ":Text - txt - csv (StarCalc):44,34,76,1,,0,true" libreoffice-ngoac.csv
office csv ":Text - txt - csv (StarCalc):44,34,62,1" libreoffice-mat-chu.csv
office xls "" libreoffice.xls
office ods "" libreoffice.ods
office fods "" libreoffice.fods
office slk "" libreoffice.slk
office dif "" libreoffice.dif
office html "" libreoffice-trang-web.xls
office pdf "" libreoffice.pdf
office xml ":MS Excel 2003 XML" libreoffice-2003.xml

numeric() { # <exporter> <name>
  ssconvert --import-type=Gnumeric_stf:stf_csvtab --export-type="$1" "$here/answers.csv" "$out/$2" >/dev/null 2>&1
}
numeric Gnumeric_Excel:xlsx gnumeric.xlsx
numeric Gnumeric_Excel:xlsx2 gnumeric-2010.xlsx
numeric Gnumeric_stf:stf_csv gnumeric.csv
numeric Gnumeric_Excel:excel_biff8 gnumeric.xls
numeric Gnumeric_XmlIO:sax gnumeric.gnumeric
ls -l "$out"
