using Alerts.Read;

namespace Alerts.Tests.Read;

/// <summary>Main text in the layouts that small sites are built with.</summary>
public class SmallSiteTests
{
    private const string One = "The poet Boris Polev was released on parole on Tuesday after three years in the Hilltown prison, his sister said.";
    private const string Two = "He had been sentenced in 2022 for a poem about the river dam; the association of writers called the verdict unfounded.";
    private const string Three = "According to his lawyer, Vera Tikhaya, he has to report to the police twice a month until the end of his term.";

    [Fact]
    public void A_WordPress_post_is_read_without_widgets_and_comments() => AssertRead($"""
        <body class="post-template-default single single-post postid-7 has-sidebar">
        <div id="page" class="site"><header id="masthead"><p class="site-title"><a href="/">Hilltown Notes</a></p></header>
        <div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
        <article id="post-7" class="post-7 post category-newsletter tag-comment"><header class="entry-header"><h1 class="entry-title">Poet released</h1></header>
        <div class="entry-content"><p>{One}</p><p>{Two}</p><p>{Three}</p>
        <div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="/t">One place</a></li><li><a href="/f">Another place</a></li></ul></div></div></article>
        <div id="comments" class="comments-area"><ol class="comment-list"><li><p>I went to school with him, and he was always one to write verses under the table.</p></li></ol></div>
        </main></div><div id="secondary" class="widget-area sidebar"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="/6">A concert in the old mill is planned</a></li></ul></section></div></div>
        <footer id="colophon"><p>Proudly made by volunteers of the Hilltown circle of friends since the year 2009.</p></footer></div></body>
        """);

    [Fact]
    public void A_page_put_together_from_builder_widgets_is_read() => AssertRead($"""
        <div class="elementor elementor-7"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column">
        <div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>{One}</p></div></div>
        <div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>{Two}</p></div></div>
        <div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>{Three}</p></div></div>
        </div></div></section></div>
        """);

    [Fact]
    public void A_Drupal_node_is_read_without_its_blocks() => AssertRead($"""
        <div class="layout-container"><header role="banner"><div class="region region-header"><a href="/">Home</a></div></header>
        <div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav></div>
        <main role="main"><div class="layout-content"><div class="region region-content"><div class="node node--type-news node--view-mode-full">
        <div class="node__content"><div class="field field--name-body"><p>{One}</p><p>{Two}</p><p>{Three}</p></div></div></div></div></div>
        <aside class="layout-sidebar-second"><div class="block"><h2>Newsletter</h2><p>Leave us your address and we shall write to you at the end of every month.</p></div></aside></main>
        <footer><div class="block"><p>Hilltown Association of Writers, 7 Mill Lane, open on weekdays from nine to five.</p></div></footer></div>
        """);

    [Fact]
    public void A_page_of_line_breaks_within_tables_is_read() => AssertRead($"""
        <table width=760 align=center><tr><td colspan=2><img src=logo.gif alt="Hilltown"></td></tr><tr><td width=160 valign=top>
        <a href=1.htm>Main</a><br><a href=2.htm>Archive of letters</a><br><a href=3.htm>Guest book</a></td>
        <td valign=top><font face=Arial size=2><b>Poet released</b><br><br>{One}<br><br>{Two}<br><br>{Three}</font></td></tr>
        <tr><td colspan=2><font size=1>Webmaster: V. Tikhaya</font></td></tr></table>
        """);

    private static void AssertRead(string html)
    {
        var article = new ArticleReader().Read(Documents.Html($"<html><head><title>Poet released</title></head>{html}"), sourceId: null).Article;

        Assert.Equal("Poet released", article?.Title);
        Assert.Equal([One, Two, Three], article?.Blocks.Select(b => b.Text));
    }
}
