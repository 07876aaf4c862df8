namespace Blobpress.Publishing.Tests.Sites;

/// <summary>A theme of a line or two a page, so that a whole site can be read in a test.</summary>
internal static class PlainTheme
{
    public const string Files = """
        -- theme/layout.liquid --
        {{ content }}
        -- theme/post.liquid --
        # {{ post.title }}{% for link in post.categories %} [{{ link.title }}]{% endfor %}{% for link in post.tags %} #{{ link.title }}{% endfor %}
        {{ post.cover }}
        {{ post.html }}
        {% if post.older %}older: {{ post.older.title }}{% endif %}
        {% if post.newer %}newer: {{ post.newer.title }}{% endif %}
        -- theme/front.liquid --
        # {{ front.title }}
        {% for link in front.children %}> {{ link.title }}
        {% endfor %}
        {% for card in front.cards %}- {{ card.title }} {{ card.url }}
        {% endfor %}
        -- theme/archive.liquid --
        # {{ archive.title }}
        {% for link in archive.children %}> {{ link.title }} {{ link.url }}
        {% endfor %}
        {% for group in archive.groups %}{% for post in group.posts %}- {{ post.title }}
        {% endfor %}{% endfor %}
        -- theme/terms.liquid --
        # {{ terms.title }}
        {% for link in terms.terms %}- {{ link.title }}
        {% endfor %}
        -- theme/redirect.liquid --
        to {{ redirect.url }}
        """;
}
