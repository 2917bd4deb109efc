namespace Tidy.Dashboard.Tests;

/// <summary>A script that finds texts with too little contrast: below 4.5 to 1, or 3 to 1 when large (WCAG 2.2, 1.4.3).</summary>
internal static class Contrast
{
    public const string Script =
        """
        () => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgba = color => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data].map((n, at) => at < 3 ? n : n / 255);
          };
          const over = (top, below) => [0, 1, 2].map(n => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);
          const backOf = element => {
            const own = rgba(getComputedStyle(element).backgroundColor);
            return own[3] > 0.99 || !element.parentElement ? own : over(own, backOf(element.parentElement));
          };
          const luminance = color => {
            const [r, g, b] = color.slice(0, 3).map(n => n / 255).map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const faint = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            const style = getComputedStyle(element);
            if (texts.currentNode.data.trim() === "" || !element.checkVisibility() || element.closest("script, style, :disabled, .unseen, .skip, svg"))
              continue;
            const [one, other] = [luminance(over(rgba(style.color), backOf(element))), luminance(backOf(element))];
            const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
            if (ratio < (isLarge ? 3 : 4.5))
              faint.push(`${ratio.toFixed(2)} ${element.tagName} ${element.className}: ${texts.currentNode.data.trim().slice(0, 40)}`);
          }
          return [...new Set(faint)];
        }
        """;
}
