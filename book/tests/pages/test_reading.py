# SPDX-License-Identifier: MIT
"""The site as a reader has it: by mouse and keyboard, by day and night, on paper."""

from __future__ import annotations

from pathlib import Path

from browser import Reader


def test_next_and_previous(reader: Reader) -> None:
    with reader.open("preface.html") as page:
        page.click(".next-page")
        assert page.inner_text("h1").startswith("Setting up")
        page.click(".prev-page")
        assert page.inner_text("h1").startswith("Preface")


def test_contents_beside_the_text(reader: Reader) -> None:
    with reader.open("preface.html") as page:
        page.click(".toc-tree >> text=What to trust")
        assert page.evaluate("location.hash") == "#what-to-trust"
        page.click(".sidebar-tree >> text=Semaphores")
        assert page.inner_text("h1").startswith("Semaphores")


def test_contents_on_a_phone(reader: Reader) -> None:
    with reader.open("preface.html", 360) as page:
        link = page.locator(".sidebar-tree >> text=Glossary")
        assert not link.is_visible() or link.bounding_box()["x"] < 0
        page.click(".nav-overlay-icon")
        link.click()
        assert page.inner_text("h1").startswith("Glossary")


def test_contents_on_a_phone_by_keyboard(reader: Reader) -> None:
    with reader.open("preface.html", 360) as page:
        focused = "document.activeElement.textContent.trim()"
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(focused) != "Glossary", "the focus is out of sight"
        page.locator(".nav-overlay-icon").focus()
        page.keyboard.press("Enter")
        link = page.locator(".sidebar-tree >> text=Glossary")
        link.focus()
        page.wait_for_function(
            "e => e.getBoundingClientRect().x >= 0", arg=link.element_handle()
        )
        page.keyboard.press("Escape")
        assert page.evaluate("document.querySelector('.sidebar-drawer').inert")


def test_theme_is_changed_and_kept(reader: Reader) -> None:
    with reader.open("preface.html", theme="light") as page:
        ground = "getComputedStyle(document.body).backgroundColor"
        day = page.evaluate(ground)
        toggle = page.locator(".theme-toggle:visible")
        for _ in range(3):
            if page.evaluate("document.body.dataset.theme") == "dark":
                break
            toggle.click()
        night = page.evaluate(ground)
        assert day != night
        page.goto(f"{reader.address}/glossary.html")
        assert page.evaluate(ground) == night


def test_search(reader: Reader) -> None:
    with reader.open("index.html") as page:
        page.fill(".sidebar-search", "futex")
        page.press(".sidebar-search", "Enter")
        page.wait_for_selector("ul.search li")
        page.click("ul.search li a >> nth=0")
        assert "futex" in page.inner_text("article").lower()
        assert page.complaints == []


def test_search_from_a_folder(reader: Reader, site: Path) -> None:
    with reader.open(f"file://{site}/search.html?q=futex") as page:
        page.wait_for_selector("ul.search li")
        assert page.complaints == []


def test_pages_from_a_folder(reader: Reader, site: Path) -> None:
    with reader.open(f"file://{site}/semaphore.html") as page:
        assert page.locator(".bar button").count() > 0
        assert page.complaints == []
        assert all(url.startswith("file://") for url in page.requests)


def test_copy_a_listing(reader: Reader) -> None:
    with reader.open("semaphore.html") as page:
        listing = page.locator("figure.listing").first
        listing.locator("button", has_text="Copy").click()
        listing.locator("[role=status] >> text=copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == listing.locator("pre").text_content()


def test_copy_commands_without_their_prompts(reader: Reader) -> None:
    with reader.open("setting-up.html") as page:
        block = page.locator(".highlight-console", has_text="ctest").first
        block.locator("xpath=following-sibling::div[1]//button").click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("cmake --preset debug\ncmake --build")
        assert "$ " not in copied


def test_code_is_reached_and_scrolled_by_keyboard(reader: Reader) -> None:
    with reader.open("semaphore.html", 360) as page:
        code = page.locator("figure.listing pre").first
        code.focus()
        before = code.evaluate("e => e.scrollLeft")
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "([e, x]) => e.scrollLeft > x", arg=[code.element_handle(), before]
        )


def test_first_tab_skips_to_the_text(reader: Reader) -> None:
    with reader.open("semaphore.html") as page:
        links = []
        for _ in range(4):
            page.keyboard.press("Tab")
            links.append(page.evaluate("document.activeElement.className"))
        assert any("skip-to-content" in name for name in links)


def test_code_does_not_wrap_on_a_desk(reader: Reader) -> None:
    with reader.open("semaphore.html") as page:
        for code in page.locator("figure.listing pre").all():
            assert code.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_lines_of_prose_are_short_enough(reader: Reader) -> None:
    with reader.open("preface.html") as page:
        width = page.locator("article p").first.evaluate(
            """p => {
              const probe = document.createElement("span");
              probe.textContent = "the look and the sleep must be one step ".repeat(9);
              probe.style.whiteSpace = "nowrap";
              p.append(probe);
              const each = probe.getBoundingClientRect().width / 360;
              probe.remove();
              return p.getBoundingClientRect().width / each;
            }"""
        )
        assert 55 <= width <= 80


def test_print_unfolds_and_leaves_out_buttons(reader: Reader) -> None:
    with reader.open("semaphore.html") as page:
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("figure.diagram details").first.is_visible()
        assert page.evaluate("document.querySelector('details').open")
        for left_out in (".bar", ".skip-to-content", ".toc-drawer", ".related-pages"):
            assert not page.locator(left_out).first.is_visible(), left_out
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert not page.evaluate("document.querySelector('details').open")


def test_lost_page_works_at_any_depth(reader: Reader, site: Path) -> None:
    text = (site / "404.html").read_text("utf-8")
    with reader.open("index.html") as page:
        page.route("**/a/b/c", lambda route: route.fulfill(body=text, status=200))
        page.goto(f"{reader.address}/a/b/c")
        assert page.complaints == []
        page.click("article >> text=contents")
        assert page.inner_text("h1").startswith("Build the locks")
