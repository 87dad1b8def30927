#!/bin/sh
# Fetch Tesseract's Vietnamese data (best_int) into the folder given; no root needed.
# From the npm package @tesseract.js-data/vie 1.0.0, checked, or from Debian's tesseract-ocr-vie.
set -u
target=${1:?usage: get_tessdata.sh FOLDER}
data="$target/vie.traineddata"
sum=112f6fd1d04ab4cb0208cad9cada8de214ae33a1e4db3750ffcda69262aef0a8
[ -s "$data" ] && exit 0
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
mkdir -p "$target" || exit 1

from_npm() {
  command -v npm >/dev/null || return 1
  (cd "$work" && npm pack --silent --fetch-retries=0 --fetch-timeout=60000 @tesseract.js-data/vie@1.0.0 >/dev/null 2>&1 && tar xzf ./*.tgz) || return 1
  gunzip -c "$work/package/4.0.0_best_int/vie.traineddata.gz" > "$work/vie.traineddata" || return 1
  echo "$sum  $work/vie.traineddata" | sha256sum -c --status
}

from_debian() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || return 1
  (cd "$work" && apt-get download tesseract-ocr-vie >/dev/null 2>&1 && dpkg -x ./*.deb deb) || return 1
  find "$work/deb" -name vie.traineddata -exec cp {} "$work/vie.traineddata" \; && [ -s "$work/vie.traineddata" ]
}

from_npm || from_debian || {
  echo "Chưa tải được dữ liệu nhận dạng tiếng Việt (vie.traineddata); bản quét sẽ chưa đọc được." >&2
  exit 1
}
mv "$work/vie.traineddata" "$data"
