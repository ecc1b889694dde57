using Alerts.Cases;

namespace Alerts.Tests.Extract;

/// <summary>What Spanish prose says without asserting that it happened to the case.</summary>
public sealed class SpanishNeverAnEventTests
{
    private static readonly Case[] Cast =
    [
        new() { Id = "juan", Kind = CaseKind.Person, Name = "Juan Pérez Soto" },
        new() { Id = "radio", Kind = CaseKind.Organization, Name = "Radio Faro" },
        new() { Id = "ley", Kind = CaseKind.Law, Name = "Ley Faro" },
    ];

    [Theory]
    [InlineData("Juan Pérez Soto debe ser liberado de inmediato.")]
    [InlineData("La ONG exige la liberación de Juan Pérez Soto.")]
    [InlineData("La ONG pidió el lunes la liberación de Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto podría enfrentar hasta 10 años de prisión.")]
    [InlineData("La fiscalía pidió ocho años de prisión para Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto no fue detenido.")]
    [InlineData("El ministro negó que Juan Pérez Soto haya sido detenido.")]
    [InlineData("A Juan Pérez Soto le fue denegada la libertad condicional.")]
    [InlineData("Si es declarado culpable, Juan Pérez Soto será condenado a diez años.")]
    [InlineData("De ser condenado, Juan Pérez Soto pasaría diez años en prisión.")]
    [InlineData("Pedimos que Juan Pérez Soto sea puesto en libertad.")]
    [InlineData("Juan Pérez Soto será liberado en mayo.")]
    [InlineData("Su abogado teme que Juan Pérez Soto sea torturado.")]
    [InlineData("¿Fue detenido Juan Pérez Soto?")]
    [InlineData("El hermano de Juan Pérez Soto fue detenido.")]
    [InlineData("El abogado de Juan Pérez Soto fue detenido el lunes.")]
    [InlineData("Nunca fue arrestado Juan Pérez Soto.")]
    [InlineData("La policía intentó detener a Juan Pérez Soto.")]
    [InlineData("Amnistía llamó a liberar a Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto corre el riesgo de ser deportado.")]
    [InlineData("Juan Pérez Soto habría sido detenido, según rumores.")]
    [InlineData("El juez rechazó la liberación de Juan Pérez Soto.")]
    [InlineData("Libertad para Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto fue a visitar a un preso liberado en mayo.")]
    [InlineData("El exiliado Juan Pérez Soto publicó un libro.")]
    [InlineData("Sin haber sido juzgado, Juan Pérez Soto espera.")]
    [InlineData("El Comité recomienda liberar a Juan Pérez Soto y derogar la Ley Faro.")]
    [InlineData("La familia pide que se libere a Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto enfrenta una pena de hasta 10 años de prisión.")]
    [InlineData("El fiscal solicitó que Juan Pérez Soto sea condenado a 8 años.")]
    [InlineData("El presidente prometió indultar a Juan Pérez Soto.")]
    [InlineData("El ministro desmintió la detención de Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto fue amenazado con ser deportado.")]
    [InlineData("Juan Pérez Soto no ha sido juzgado ni condenado.")]
    [InlineData("Ningún tribunal ha condenado a Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto pudo haber sido torturado.")]
    [InlineData("El diputado propuso derogar la Ley Faro.")]
    [InlineData("El gobierno planea cerrar Radio Faro.")]
    [InlineData("Juan Pérez Soto escribió sobre la detención de Ana Ruiz en marzo de 2019.")]
    [InlineData("Según Juan Pérez Soto, Ana Ruiz fue detenida el lunes.")]
    [InlineData("Juan Pérez Soto visitó a Ana Ruiz, detenida el lunes.")]
    [InlineData("Juan Pérez Soto denunció que Ana Ruiz fue torturada.")]
    [InlineData("Juan Pérez Soto sería trasladado en los próximos días.")]
    [InlineData("La Ley Faro no fue aprobada.")]
    [InlineData("Radio Faro teme que el gobierno la cierre.")]
    [InlineData("Su liberación está prevista para julio, dijo Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto aún no ha sido condenado.")]
    [InlineData("Piden diez años de cárcel para Juan Pérez Soto.")]
    [InlineData("Juan Pérez Soto tiene que ser liberado.")]
    [InlineData("La corte prorrogó la prisión preventiva de Juan Pérez Soto.")]
    [InlineData("Los jueces decidirán si Juan Pérez Soto es absuelto.")]
    [InlineData("No hay constancia de que Juan Pérez Soto fuera detenido.")]
    [InlineData("Juan Pérez Soto teme por su vida si es deportado a su país.")]
    [InlineData("El relator pidió que Juan Pérez Soto fuera excarcelado.")]
    [InlineData("Se espera que Juan Pérez Soto sea sentenciado en julio.")]
    [InlineData("Se rumorea que Juan Pérez Soto fue asesinado.")]
    [InlineData("Familiares de Juan Pérez Soto fueron detenidos el lunes.")]
    [InlineData("O ativista Juan Pérez Soto não foi condenado a cinco anos de prisão, disse a sua família.")]
    public void What_is_not_asserted_is_no_event(string text) =>
        Assert.Empty(Told.Of(text, Cast, Told.Published));
}
