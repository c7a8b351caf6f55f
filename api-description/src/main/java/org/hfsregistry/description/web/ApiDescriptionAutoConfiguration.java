package org.hfsregistry.description.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Serves the description in every service that has this module; who may read it stands in the service's rules of access. */
@AutoConfiguration
@Import({ApiDescriptionController.class, Directions.class})
class ApiDescriptionAutoConfiguration {}
