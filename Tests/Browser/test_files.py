"""Pages as files: as they are printed, and as pictures."""

import os
import struct
import subprocess

from conftest import ROOT, site_locales


def test_pages_are_written_as_pdf_and_png(tmp_path):
    run = subprocess.run(
        [os.environ["LANGUE_EXECUTABLE"], "preview", "--site", str(ROOT), "--output",
         str(tmp_path / "out"), "--pdf", "--png", "ur", "ja"],
        check=True, capture_output=True, text=True)
    for tag in site_locales():
        pdf = (tmp_path / "out" / tag / "article.pdf").read_bytes()
        assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
        assert len(pdf) > 20_000
        assert f"{tag}/article.pdf" in run.stdout
    for tag in ("ur", "ja"):
        png = (tmp_path / "out" / tag / "article.png").read_bytes()
        width, height = struct.unpack(">II", png[16:24])
        assert png.startswith(b"\x89PNG") and width == 1280 and height > 3000
    assert not (tmp_path / "out/fr/article.png").exists()
