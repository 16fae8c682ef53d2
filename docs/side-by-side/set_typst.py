"""Set plain.typ with the Typst of the Python package. usage: set_typst.py TYP FONTS TEXT PDF"""
import os, sys
import typst

source, fonts, text, pdf = sys.argv[1:]
typst.compile(source, output=pdf, root="/", font_paths=[fonts], ignore_system_fonts=True,
              sys_inputs={"text": os.path.abspath(text)})
